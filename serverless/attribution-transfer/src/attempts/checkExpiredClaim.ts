import type { Attempt } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import { hasLiveClaim } from '../attempt/transition';
import type { AttributionPorts } from '../ports';

/** A claim that ran out without an outcome: asks TaskRouter who has the call now. One read, only in that case. */
export async function checkExpiredClaim(
  { taskRouter, clock }: AttributionPorts,
  attempt: Attempt,
): Promise<AttemptEvent | undefined> {
  if (attempt.state !== 'claimed' || hasLiveClaim(attempt, clock.now())) return undefined;
  const reservations = await taskRouter.listReservations(attempt.originalTaskSid);
  const receiving = reservations.filter(({ workerSid }) => workerSid === attempt.receiver?.workerSid);
  if (
    receiving.some(({ status }) => status === 'accepted' || status === 'wrapping' || status === 'completed')
  ) {
    return { type: 'claim_checked', holder: 'receiver' };
  }
  // Offered to B and not answered yet: the transfer is under way.
  if (receiving.some(({ status }) => status === 'pending')) return undefined;
  const isWithSender = reservations.some(
    ({ sid, status }) => sid === attempt.reservationSid && status === 'accepted',
  );
  return { type: 'claim_checked', holder: isWithSender ? 'sender' : 'nobody' };
}
