import { changeTask } from '../change';
import { emitTask } from '../emit';
import type { ReservationStatus } from '../model';
import type { ReservationRecord, TaskRecord } from '../records';
import {
  emitReservationStatus,
  inStatus,
  isLive,
  setReservationStatus,
} from '../reservations/reservationStatus';
import { withdraw } from '../routing/withdraw';
import type { WorkspaceState } from '../state';
import { endTransfer, initiatedTransfer } from '../transfers/endTransfer';
import { removeLater, removeTask } from './removeTask';

/** Cancels a task that was not assigned, with its pending reservations. */
export function cancelTask(state: WorkspaceState, record: TaskRecord, reason: string | null): void {
  withdraw(record);
  changeTask(state, record, { assignmentStatus: 'canceled', reason });
  const ended = endAll(state, record, 'canceled');
  emitTask(state, record, 'task.canceled');
  for (const reservation of ended) emitReservationStatus(state, reservation);
  removeLater(state, record);
}

/** Completes an assigned or wrapping task for everyone who works on it. */
export function completeTask(state: WorkspaceState, record: TaskRecord, reason: string | null): void {
  cancelTransferOf(state, record);
  changeTask(state, record, { assignmentStatus: 'completed', reason });
  const ended = endAll(state, record, 'completed');
  emitTask(state, record, 'task.completed');
  for (const reservation of ended) emitReservationStatus(state, reservation);
  removeLater(state, record);
}

/** Moves an assigned task to wrapping for everyone who works on it; a transfer under way is canceled. */
export function wrapTask(state: WorkspaceState, record: TaskRecord, reason: string | null): void {
  cancelTransferOf(state, record);
  if (![...record.reservations.values()].some(isLive)) {
    // Only the transfer held the task: its initiator was done already.
    completeTask(state, record, reason);
    return;
  }
  changeTask(state, record, { assignmentStatus: 'wrapping', reason });
  const wrapping = inStatus(record, 'accepted');
  for (const reservation of wrapping) setReservationStatus(state, reservation, 'wrapping');
  emitTask(state, record, 'task.wrapup');
  for (const reservation of wrapping) emitReservationStatus(state, reservation);
}

/** Deletes a task at once, in whatever state it is: by the API, or by the system after 24 hours of assignment. */
export function deleteTask(
  state: WorkspaceState,
  record: TaskRecord,
  type: 'task.deleted' | 'task.system-deleted',
): void {
  cancelTransferOf(state, record);
  const ended = endAll(state, record, 'completed');
  emitTask(state, record, type);
  for (const reservation of ended) emitReservationStatus(state, reservation);
  removeTask(state, record);
}

function cancelTransferOf(state: WorkspaceState, record: TaskRecord): void {
  const transfer = initiatedTransfer(record);
  if (transfer) endTransfer(state, record, transfer, { status: 'canceled' });
}

/** Ends every live reservation: one that was never accepted is canceled, whatever ends the others. */
function endAll(
  state: WorkspaceState,
  record: TaskRecord,
  status: Extract<ReservationStatus, 'completed' | 'canceled'>,
): ReservationRecord[] {
  const live = [...record.reservations.values()].filter(isLive);
  for (const reservation of live) {
    const isPending = reservation.reservation.reservationStatus === 'pending';
    setReservationStatus(state, reservation, isPending ? 'canceled' : status);
  }
  return live;
}
