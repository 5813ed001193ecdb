import type { AttemptState, AttemptView } from '@patchbay/shared/contracts';
import { LOOK_MS, LOOK_SLOWLY_MS, NEWS_MS, YIELD_MS } from './rhythm';
import { aboutOf, finish, go, waiting, type Step } from './step';
import type { About, End, InStage, Transfer } from './transfer';

/** What the status tells about the transfer this page knows, or about one it does not know yet. */
export function looked(transfer: Transfer | undefined, attempt: AttemptView | null, now: number): Step {
  switch (transfer?.stage) {
    case undefined:
      return attempt === null ? go(undefined) : discovered(attempt, now);
    case 'requesting':
      if (transfer.doubtful !== true) return go(transfer);
      return attempt?.open === true
        ? whileWaiting(waiting(transfer), attempt)
        : finish(transfer, { how: 'failed', reason: 'no_answer' });
    case 'waiting':
      return attempt === null
        ? finish(transfer, { how: 'failed', reason: 'not_found' })
        : whileWaiting(transfer, attempt);
    case 'claiming':
      return attempt === null || attempt.open ? go(transfer) : ended(transfer, attempt);
    case 'moving':
      return attempt === null || attempt.open
        ? go(transfer, { kind: 'look_later', ms: LOOK_SLOWLY_MS })
        : ended(transfer, attempt);
    case 'ended':
      return attempt?.open === true && attempt.attemptId !== transfer.attemptId
        ? whileWaiting(waiting(about(attempt)), attempt)
        : go(transfer);
  }
}

function whileWaiting(transfer: InStage<'waiting'>, attempt: AttemptView): Step {
  if (!attempt.open) return ended(transfer, attempt);
  const known = { ...transfer, ...about(attempt), own: transfer.own, left: transfer.left };
  const current = transfer.own ? { ...known, since: transfer.since } : known;
  // It is the transfer of another reservation: this call's next one takes its place.
  if (transfer.denied === true) return finish(current, { how: 'failed', reason: 'superseded' });
  const goOn = { kind: 'look_later', ms: LOOK_MS } as const;
  if (attempt.state === 'claimed') {
    // Perhaps by this very page, before it was reloaded: then it gets the same claim again.
    return current.elsewhere === true || current.canceling || current.left !== undefined
      ? go({ ...current, elsewhere: true }, { kind: 'look_later', ms: LOOK_SLOWLY_MS })
      : go({ ...aboutOf(current), stage: 'claiming' }, { kind: 'claim' });
  }
  if (current.canceling) return go(current, goOn);
  // Nobody can transfer a call without being on it, and no event has told the service.
  if (current.left !== undefined) return go({ ...current, canceling: true }, { kind: 'cancel' });
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

function ended(transfer: Transfer, attempt: AttemptView): Step {
  const end = endOf(attempt);
  const known = { ...transfer, affiliation: attempt.affiliation, attemptId: attempt.attemptId };
  // Only the page where A clicked: two would transfer twice.
  const mayQueue = transfer.own && transfer.left === undefined && attempt.fallback === 'plain_transfer';
  if (!mayQueue) return finish(known, end);
  return finish(known, { how: 'queued', reason: end.reason }, { kind: 'queue', wish: transfer });
}

/** An end as the service names it; an open state is none, and counts as a failure nobody explained. */
export const howOf = (state: AttemptState): End['how'] =>
  state === 'requested' || state === 'offered' || state === 'accepted' || state === 'claimed'
    ? 'failed'
    : state;

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
});
