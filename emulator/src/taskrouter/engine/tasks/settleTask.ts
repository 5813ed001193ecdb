import { changeTask } from '../change';
import { emitTask } from '../emit';
import type { TaskStatus } from '../model';
import type { ReservationRecord, TaskRecord } from '../records';
import { emitReservationStatus, inStatus, setReservationStatus } from '../reservations/reservationStatus';
import type { WorkspaceState } from '../state';
import { initiatedTransfer } from '../transfers/endTransfer';
import { removeLater } from './removeTask';

/**
 * Moves a live reservation to wrapping or completed, and its task with it if it was the last one of its kind.
 * The order is what a live account shows: task.completed, reservation.completed, task.updated.
 */
export function finishReservation(
  state: WorkspaceState,
  reservation: ReservationRecord,
  status: 'wrapping' | 'completed',
): void {
  setReservationStatus(state, reservation, status);
  settleTask(state, reservation.task, () => {
    emitReservationStatus(state, reservation);
  });
}

/**
 * Brings an assigned or wrapping task in line with its reservations: it stays assigned while one is accepted or a
 * transfer is under way, and is completed when the last one ends. `emitCause` runs between the task's events.
 */
export function settleTask(state: WorkspaceState, record: TaskRecord, emitCause: () => void): void {
  const current = record.task.assignmentStatus;
  const status = statusByReservations(record);
  if ((current !== 'assigned' && current !== 'wrapping') || status === current) {
    emitCause();
    return;
  }
  changeTask(state, record, { assignmentStatus: status });
  if (status === 'completed') removeLater(state, record);
  if (status !== 'assigned')
    emitTask(state, record, status === 'completed' ? 'task.completed' : 'task.wrapup');
  emitCause();
  if (status === 'completed') emitTask(state, record, 'task.updated');
}

function statusByReservations(
  record: TaskRecord,
): Extract<TaskStatus, 'assigned' | 'wrapping' | 'completed'> {
  if (inStatus(record, 'accepted').length > 0 || initiatedTransfer(record)) return 'assigned';
  return inStatus(record, 'wrapping').length > 0 ? 'wrapping' : 'completed';
}
