import type { AttemptView } from '@patchbay/shared/contracts';
import { ended, endOf } from './ending';
import type { EventOf } from './event';
import { whileMoving } from './moving';
import { doubtSettled } from './requesting';
import { NEWS_MS } from './rhythm';
import { aboutOf, finish, givenUp, go, takeBack, waiting, type Step } from './step';
import type { InStage, Looking, Transfer } from './transfer';
import { aboutAttempt, whileWaiting } from './waiting';

type Looked = EventOf<'looked'>;

/** What the status tells about the transfer this page knows, or about one it does not know yet. */
export function looked(transfer: Transfer | undefined, event: Looked): Step {
  const { attempt } = event;
  switch (transfer?.stage) {
    case undefined:
      return go(transfer);
    case 'looking':
      return found(transfer, event);
    case 'requesting':
      return doubtSettled(transfer, attempt);
    case 'waiting':
      if (attempt !== null) return whileWaiting(transfer, attempt);
      return finish(
        transfer,
        transfer.canceling ? givenUp(transfer) : { how: 'failed', reason: 'not_found' },
      );
    case 'claiming':
      return attempt === null || attempt.open ? go(transfer) : ended(transfer, attempt);
    case 'moving':
      return attempt === null || attempt.open || (attempt.state === 'failed' && transfer.failure)
        ? whileMoving(transfer, attempt)
        : ended(transfer, attempt);
    case 'ended':
      return afterTheEnd(transfer, event);
  }
}

function found({ marked }: Looking, { attempt, isWithdrawn, now }: Looked): Step {
  // The service was asked before the task was marked.
  if (marked !== undefined && attempt?.attemptId !== marked)
    return go({ stage: 'looking' }, { kind: 'look' });
  if (attempt === null) return go(undefined);
  if (!attempt.open)
    return isNews(attempt, now) ? ended(waiting(aboutAttempt(attempt)), attempt) : go(undefined);
  return discovered(attempt, isWithdrawn);
}

/** A transfer that was there before the page was, that another page began, or that began after A was told it had not. */
const discovered = (attempt: AttemptView, isWithdrawn: boolean): Step =>
  isWithdrawn ? takeBack(aboutAttempt(attempt)) : whileWaiting(waiting(aboutAttempt(attempt)), attempt);

/** A page that was not there is to tell A of a failure that is not long ago, and always of what A can take up again. */
function isNews(attempt: AttemptView, now: number): boolean {
  const { how } = endOf(attempt);
  if (how === 'interrupted') return true;
  return how !== 'transferred' && how !== 'canceled' && now - Date.parse(attempt.since) < NEWS_MS;
}

function afterTheEnd(transfer: InStage<'ended'>, { attempt, isWithdrawn }: Looked): Step {
  if (attempt?.open === true && attempt.attemptId !== transfer.attemptId) {
    return discovered(attempt, isWithdrawn);
  }
  return go(
    transfer.asking === true ? { ...aboutOf(transfer), stage: 'ended', end: transfer.end } : transfer,
  );
}
