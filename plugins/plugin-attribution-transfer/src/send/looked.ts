import type { AttemptView } from '@patchbay/shared/contracts';
import { howOf } from './howOf';
import { whileMoving } from './moving';
import { LOOK_MS, LOOK_SLOWLY_MS, NEWS_MS, YIELD_MS } from './rhythm';
import { aboutOf, finish, givenUp, go, waiting, type Step } from './step';
import {
  hasCall,
  type About,
  type End,
  type InStage,
  type Looking,
  type ShownTransfer,
  type Transfer,
  type Wish,
} from './transfer';

/** What the status tells about the transfer this page knows, or about one it does not know yet. */
export function looked(transfer: Transfer | undefined, attempt: AttemptView | null, now: number): Step {
  switch (transfer?.stage) {
    case undefined:
      return go(transfer);
    case 'looking':
      return found(transfer, attempt, now);
    case 'requesting':
      return transfer.doubts === undefined ? go(transfer) : doubtSettled(transfer, attempt);
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
      return afterTheEnd(transfer, attempt);
  }
}

function found({ marked, unwanted }: Looking, attempt: AttemptView | null, now: number): Step {
  // The service was asked before the task was marked.
  if (marked !== undefined && attempt?.attemptId !== marked) {
    return go({ stage: 'looking', unwanted }, { kind: 'look' });
  }
  if (attempt === null) return go(undefined);
  if (unwanted === undefined) return discovered(attempt, now);
  if (!attempt.open) return go(undefined);
  return isSame(unwanted, attempt) ? takeBack(about(attempt)) : discovered(attempt, now);
}

/** Whether the service began what it gave no answer to. */
function doubtSettled(transfer: InStage<'requesting'>, attempt: AttemptView | null): Step {
  if (attempt?.open === true) {
    return transfer.canceling ? takeBack(transfer) : whileWaiting(waiting(transfer), attempt);
  }
  return finish(transfer, transfer.canceling ? givenUp(transfer) : { how: 'failed', reason: 'no_answer' });
}

function whileWaiting(transfer: InStage<'waiting'>, attempt: AttemptView): Step {
  if (!attempt.open) return ended(transfer, attempt);
  const known = { ...transfer, ...about(attempt), own: transfer.own };
  const current = transfer.own ? { ...known, since: transfer.since } : known;
  // It is the transfer of another reservation: this call's next one takes its place.
  if (transfer.denied === true) return finish(current, { how: 'failed', reason: 'superseded' });
  const goOn = { kind: 'look_later', ms: LOOK_MS } as const;
  if (attempt.state === 'claimed') {
    // Perhaps by this very page, before it was reloaded: then it gets the same claim again.
    return current.elsewhere === true || current.canceling || !hasCall(current)
      ? go({ ...current, elsewhere: true }, { kind: 'look_later', ms: LOOK_SLOWLY_MS })
      : go({ ...aboutOf(current), stage: 'claiming' }, { kind: 'claim' });
  }
  if (current.canceling) return go(current, goOn);
  // Nobody can transfer a call without being on it, and no event has told the service.
  if (!hasCall(current)) return takeBack(current);
  if (attempt.state !== 'accepted') return go({ ...current, elsewhere: false }, goOn);
  return current.own
    ? go({ ...aboutOf(current), stage: 'claiming' }, { kind: 'claim' })
    : go({ ...current, elsewhere: false }, { kind: 'claim_later', ms: YIELD_MS }, goOn);
}

/** A transfer that was there before the page was, or that another page began. */
function discovered(attempt: AttemptView, now: number): Step {
  if (attempt.open) return whileWaiting(waiting(about(attempt)), attempt);
  const end = endOf(attempt);
  const isNews =
    end.how === 'interrupted' ||
    (end.how !== 'transferred' && end.how !== 'canceled' && now - Date.parse(attempt.since) < NEWS_MS);
  return isNews ? finish(waiting(about(attempt)), end) : go(undefined);
}

function afterTheEnd(transfer: InStage<'ended'>, attempt: AttemptView | null): Step {
  if (attempt?.open === true) {
    // A was told that it failed, and may have gone on without it.
    if (transfer.unwanted === true && isSame(transfer, attempt)) {
      return takeBack({ ...about(attempt), own: true, left: transfer.left });
    }
    if (attempt.attemptId !== transfer.attemptId) return whileWaiting(waiting(about(attempt)), attempt);
  }
  if (transfer.asking !== true) return go(transfer);
  return go({ ...aboutOf(transfer), stage: 'ended', end: transfer.end });
}

function ended(transfer: ShownTransfer, attempt: AttemptView): Step {
  const end = endOf(attempt);
  const known = { ...transfer, affiliation: attempt.affiliation, attemptId: attempt.attemptId };
  // Only the page where A clicked: two would transfer twice.
  const mayQueue = transfer.own && hasCall(transfer) && attempt.fallback === 'plain_transfer';
  if (!mayQueue) return finish(known, end);
  return finish(known, { how: 'queued', reason: end.reason }, { kind: 'queue', wish: transfer });
}

const takeBack = (transfer: About): Step => go(waiting(transfer, { canceling: true }), { kind: 'cancel' });

const isSame = (wish: Wish, attempt: AttemptView): boolean =>
  wish.targetSid === attempt.targetSid && wish.mode === attempt.mode;

const endOf = ({ state, reason }: AttemptView): End => ({
  how: howOf(state),
  reason: reason ?? undefined,
});

const about = (attempt: AttemptView): About => ({
  targetSid: attempt.targetSid,
  mode: attempt.mode,
  since: Date.parse(attempt.requestedAt),
  own: false,
  affiliation: attempt.affiliation,
  attemptId: attempt.attemptId,
  receiver: attempt.receivingWorkerSid ?? undefined,
});
