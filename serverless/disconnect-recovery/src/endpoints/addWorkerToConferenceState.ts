import { implement } from '@patchbay/shared';
import { addWorkerToConferenceStateContract, TaskSid } from '@patchbay/shared/contracts';
import { handle } from '../calls/handle';
import { findCall, loadCall } from '../calls/storedCalls';
import type { RecoveryPorts } from '../ports';
import { seatOfWorker } from '../recovery/roster';
import { RECOVERED_TASK } from '../twiml/reconnectAttributes';
import { done } from './answers';
import { isOverseer, NOT_ON_THE_CALL } from './requirePart';

/** POST /flex/add-worker-to-conference-state. 1 read of TaskRouter, none for a repeat. */
export const addWorkerToConferenceState = implement<
  RecoveryPorts,
  typeof addWorkerToConferenceStateContract.request,
  typeof addWorkerToConferenceStateContract.response
>(addWorkerToConferenceStateContract, async (input, ports, caller) => {
  const { taskSid, workerSid, workerReservationSid: reservationSid, workerCallSid: callSid } = input;
  const isOwn = caller?.workerSid === workerSid;
  if (!isOwn && !(caller !== undefined && isOverseer(caller))) return NOT_ON_THE_CALL;
  const stored = await loadCall(ports, taskSid);
  const seat = seatOfWorker(stored.value, workerSid);
  if (seat?.reservationSid !== reservationSid || seat.callSid !== callSid) {
    const reservation = await ports.taskRouter.fetchReservation(taskSid, reservationSid);
    const isHeld = reservation?.status === 'accepted' || reservation?.status === 'wrapping';
    if (!isHeld || reservation.workerSid !== workerSid) return NOT_ON_THE_CALL;
  }
  await handle(ports, stored, {
    type: 'registered',
    workerSid,
    name: input.workerName,
    reservationSid,
    callSid,
    phone: input.workerPhone,
    conferenceSid: input.conferenceSid,
    customerCallSid: input.customerCallSid,
    workflowSid: input.taskWorkflowSid,
  });
  await bringOthers(ports, input.taskAttributes?.[RECOVERED_TASK]);
  return done();
});

/** The agent is in the conference to which the caller was brought back: whoever is still in the old one may follow. */
async function bringOthers(ports: RecoveryPorts, recovered: unknown): Promise<void> {
  const recoveredSid = TaskSid.safeParse(recovered);
  if (!recoveredSid.success) return;
  const stored = await findCall(ports, recoveredSid.data);
  if (stored?.value.drop?.others !== true || stored.value.drop.arrived) return;
  await handle(ports, stored, { type: 'arrived' });
}
