import type { AttemptView } from '@patchbay/shared/contracts';
import { finish, type Step } from './step';
import { hasCall, howOf, wishOf, type End, type ShownTransfer } from './transfer';

/** The service says that the transfer has ended. */
export function ended(transfer: ShownTransfer, attempt: AttemptView): Step {
  const end = endOf(attempt);
  const known = { ...transfer, affiliation: attempt.affiliation, attemptId: attempt.attemptId };
  // Only the page where A clicked: two would transfer twice.
  const mayQueue = transfer.own && hasCall(transfer) && attempt.fallback === 'plain_transfer';
  if (!mayQueue) return finish(known, end);
  return finish(known, { how: 'queued', reason: end.reason }, { kind: 'queue', wish: wishOf(transfer) });
}

/** How an attempt ended. */
export const endOf = ({ state, reason }: AttemptView): End => ({
  how: howOf(state),
  reason: reason ?? undefined,
});
