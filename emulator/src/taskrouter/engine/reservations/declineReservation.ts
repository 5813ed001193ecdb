import { changeTask } from '../change';
import { existing } from '../lookup';
import { ASSIGNMENTS_MAX } from '../limits';
import type { Activity, Instruction } from '../model';
import type { ReservationRecord } from '../records';
import { place } from '../routing/place';
import { planTask } from '../routing/plan';
import type { WorkspaceState } from '../state';
import { cancelTask } from '../tasks/endTask';
import { attemptFailed } from '../transfers/attemptFailed';
import { moveWorker } from '../workers/moveWorker';
import { emitReservationStatus, inStatus, setReservationStatus } from './reservationStatus';

/** Lets a reservation run out: the worker goes to the workspace's timeout activity and stays there. */
export function expireReservation(state: WorkspaceState, record: ReservationRecord): void {
  setReservationStatus(state, record, 'timeout');
  emitReservationStatus(state, record);
  moveWorker(state, record.worker, existing(state.activities, state.workspace.timeoutActivitySid));
  offerElsewhere(state, record);
}

/** Rejects a reservation; without an activity the worker stays where he is and may be chosen again. */
export function rejectReservation(
  state: WorkspaceState,
  record: ReservationRecord,
  activity: Activity | null,
  instruction: Instruction | null = null,
): void {
  setReservationStatus(state, record, 'rejected', instruction);
  emitReservationStatus(state, record);
  if (activity) moveWorker(state, record.worker, activity);
  offerElsewhere(state, record);
}

/** When the last open offer is gone, the task's workflow is evaluated again, by the task's present age. */
function offerElsewhere(state: WorkspaceState, declined: ReservationRecord): void {
  const { task: record } = declined;
  const isLast = inStatus(record, 'pending').length === 0;
  if (declined.reservation.transferSid !== null) {
    attemptFailed(state, declined, isLast);
    return;
  }
  if (!isLast || record.task.assignmentStatus !== 'reserved') return;
  changeTask(state, record, { assignmentStatus: 'pending' });
  if (record.assignments >= ASSIGNMENTS_MAX) {
    cancelTask(state, record, 'Task exceeded the maximum number of assignments');
    return;
  }
  place(state, record, { route: planTask(state, record), from: 0, left: declined.placement });
}
