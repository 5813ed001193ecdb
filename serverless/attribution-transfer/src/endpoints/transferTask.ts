import { fail, implement, ok, type Failure } from '@patchbay/shared';
import {
  ReservationSid,
  transferTaskContract,
  type TaskSid,
  type WorkerSid,
} from '@patchbay/shared/contracts';
import { isOpen, type Attempt } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import { perform } from '../attempts/perform';
import { loadAttempt } from '../attempts/storedAttempt';
import { ATTEMPT_ID_ATTRIBUTE } from '../attributionTaskAttributes';
import type { AttributionPorts } from '../ports';
import { NO_ATTEMPT, NOT_HELD, requireWorker } from './requireWorker';

/**
 * POST /transfer-task. Happy cost: 3 requests to TaskRouter (the receiver's reservation, the original task, its
 * conditional write), 2 to the store; a repeat: 1 and 1. The record decides before the task is written, so that a crash
 * in between leaves a mark still to be made, never one that the record does not know.
 */
export const transferTask = implement<
  AttributionPorts,
  typeof transferTaskContract.request,
  typeof transferTaskContract.response
>(transferTaskContract, async (input, ports, caller) => {
  const workerSid = requireWorker(caller);
  if (typeof workerSid !== 'string') return workerSid;
  if (workerSid !== input.receivingWorkerSid) {
    return fail('reservation_not_held', 'receivingWorkerSid must be your own worker.');
  }
  const stored = await loadAttempt(ports, input.transfer_task.taskSid);
  if (stored === undefined) return NO_ATTEMPT;
  // Before anything is asked of TaskRouter: B's reservation is gone then too, but that is not what B should read.
  if (!isOpen(stored.value)) return wrongState(stored.value);

  const accepted = await acceptance(ports, stored.value, workerSid, input.attributionTaskSid);
  if ('ok' in accepted) return accepted;
  if (input.transfer_task.targetSid !== stored.value.targetSid) return OTHER_RECORDED;

  const marked = await perform(ports, stored, accepted);
  if (marked?.refusal !== undefined || marked === undefined) return wrongState(stored.value);
  if (!isOpen(marked.value)) return endedWhileMarking(marked.value);
  return ok({ success: true as const, updated: true, taskSid: marked.value.originalTaskSid });
});

/** That this worker has accepted this attempt's task: as recorded, or else as TaskRouter says. */
async function acceptance(
  ports: AttributionPorts,
  attempt: Attempt,
  workerSid: WorkerSid,
  named: TaskSid | ReservationSid,
): Promise<AttemptEvent | Failure> {
  const { receiver, attributionTaskSid } = attempt;
  const isRepeat =
    receiver?.workerSid === workerSid && (named === attributionTaskSid || named === receiver.reservationSid);
  if (isRepeat && attributionTaskSid !== undefined) {
    return { type: 'accepted', taskSid: attributionTaskSid, ...receiver };
  }
  if (isSidOfTask(named) && attributionTaskSid !== undefined && named !== attributionTaskSid)
    return OTHER_RECORDED;
  const reservation = isSidOfTask(named)
    ? (await ports.taskRouter.listReservations(named, { status: 'accepted', workerSid }))[0]
    : await ports.taskRouter.fetchWorkerReservation(workerSid, named);
  if (reservation?.status !== 'accepted' || reservation.workerSid !== workerSid) return NOT_HELD;
  const isItsTask =
    attributionTaskSid === undefined
      ? await carriesAttempt(ports, reservation.taskSid, attempt)
      : reservation.taskSid === attributionTaskSid;
  if (!isItsTask) return OTHER_RECORDED;
  return { type: 'accepted', taskSid: reservation.taskSid, workerSid, reservationSid: reservation.sid };
}

/** B was faster than the answer to the create: the task itself says whose it is. */
async function carriesAttempt(
  { taskRouter }: AttributionPorts,
  taskSid: TaskSid,
  attempt: Attempt,
): Promise<boolean> {
  const task = await taskRouter.fetchTask(taskSid);
  return task?.attributes?.[ATTEMPT_ID_ATTRIBUTE] === attempt.id;
}

const isSidOfTask = (sid: TaskSid | ReservationSid): sid is TaskSid => !ReservationSid.safeParse(sid).success;

const OTHER_RECORDED = fail(
  'other_task_recorded',
  'The record of this call names another attribution task or queue.',
);

const wrongState = ({ state }: Attempt): Failure =>
  fail('wrong_state', 'This transfer is over or has another receiver.', { details: [`state: ${state}`] });

function endedWhileMarking(attempt: Attempt): Failure {
  const { state, endReason } = attempt;
  if (endReason === 'attributes_too_large') {
    return fail('attributes_too_large', 'The original task has no room for the mark (4,096 characters).');
  }
  if (endReason === 'not_a_call') return fail('not_transferable', 'The original task is not a call.');
  if (state === 'call_ended')
    return fail('wrong_state', 'The call has ended.', { details: [`state: ${state}`] });
  return wrongState(attempt);
}
