import type { Reservation } from '@patchbay/shared/contracts';
import type { Attempt } from '../attempt/attempt';
import type { AttributionPorts } from '../ports';

/** The worker's reservation of the original task, if it is accepted. One read. */
export async function holdsReservation(
  { taskRouter }: AttributionPorts,
  by: Pick<Attempt, 'originalTaskSid' | 'reservationSid' | 'transferringWorkerSid'>,
): Promise<Reservation | undefined> {
  const reservation = await taskRouter.fetchReservation(by.originalTaskSid, by.reservationSid);
  return reservation?.status === 'accepted' && reservation.workerSid === by.transferringWorkerSid
    ? reservation
    : undefined;
}
