import type { Attempt } from '../attempt/attempt';
import type { AttributionPorts } from '../ports';

/** B; nobody yet, but B is being asked; A; neither of them. */
export type Holder = 'receiver' | 'offered_to_receiver' | 'sender' | 'neither';

/** Who has the call now, as far as the attempt is concerned. One read. */
export async function whoHasTheCall(
  { taskRouter }: AttributionPorts,
  { originalTaskSid, reservationSid, receiver }: Attempt,
): Promise<Holder> {
  const reservations = await taskRouter.listReservations(originalTaskSid);
  const receiving = reservations.filter(({ workerSid }) => workerSid === receiver?.workerSid);
  if (
    receiving.some(({ status }) => status === 'accepted' || status === 'wrapping' || status === 'completed')
  ) {
    return 'receiver';
  }
  if (receiving.some(({ status }) => status === 'pending')) return 'offered_to_receiver';
  const isWithSender = reservations.some(
    ({ sid, status }) => sid === reservationSid && status === 'accepted',
  );
  return isWithSender ? 'sender' : 'neither';
}
