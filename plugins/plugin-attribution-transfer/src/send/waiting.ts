import type { AttemptView } from '@patchbay/shared/contracts';
import { LOOK_MS, LOOK_SLOWLY_MS, YIELD_MS } from './rhythm';
import { ended } from './ending';
import { aboutOf, finish, go, takeBack, type Step } from './step';
import { hasCall, isSameWish, type About, type InStage } from './transfer';

/** What the status says of a transfer that waits for an agent. */
export function whileWaiting(transfer: InStage<'waiting'>, attempt: AttemptView): Step {
  if (!attempt.open) return ended(transfer, attempt);
  const known = { ...transfer, ...aboutAttempt(attempt), own: transfer.own && isSameWish(transfer, attempt) };
  const current = known.own ? { ...known, since: transfer.since } : known;
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

/** An attempt of A's as the page shows it; another page's unless this page knows better. */
export const aboutAttempt = (attempt: AttemptView): About => ({
  targetSid: attempt.targetSid,
  mode: attempt.mode,
  since: Date.parse(attempt.requestedAt),
  own: false,
  affiliation: attempt.affiliation,
  attemptId: attempt.attemptId,
  receiver: attempt.receivingWorkerSid ?? undefined,
});
