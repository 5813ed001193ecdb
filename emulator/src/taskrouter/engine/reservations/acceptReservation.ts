import { changeTask, changeTransfer } from '../change';
import { emitTransfer } from '../emit';
import { ASSIGNED_MAX_MS } from '../limits';
import type { Instruction } from '../model';
import type { ReservationRecord, TaskRecord } from '../records';
import { later, type WorkspaceState } from '../state';
import { deleteTask } from '../tasks/endTask';
import { finishReservation } from '../tasks/settleTask';
import { initiatedTransfer } from '../transfers/endTransfer';
import { emitReservationStatus, endReservations, inStatus, setReservationStatus } from './reservationStatus';

/** Accepts a pending reservation: the first one wins, other open offers are rescinded, a transfer completes. */
export function acceptReservation(
  state: WorkspaceState,
  record: ReservationRecord,
  instruction: Instruction | null,
): void {
  setReservationStatus(state, record, 'accepted', instruction);
  if (record.task.task.assignmentStatus === 'reserved') assign(state, record.task);
  emitReservationStatus(state, record);
  endReservations(state, inStatus(record.task, 'pending'), 'rescinded');
  if (record.reservation.transferSid !== null) completeTransfer(state, record.task);
}

function assign(state: WorkspaceState, record: TaskRecord): void {
  changeTask(state, record, { assignmentStatus: 'assigned' });
  record.cancelTimer();
  record.cancelTimer = later(state, ASSIGNED_MAX_MS, () => {
    deleteTask(state, record, 'task.system-deleted');
  });
}

/** COLD: whoever transferred goes on to wrap up. WARM: he stays until he leaves by himself. */
function completeTransfer(state: WorkspaceState, record: TaskRecord): void {
  const transfer = initiatedTransfer(record);
  if (!transfer) return;
  const completed = changeTransfer(state, record, transfer, { status: 'complete' });
  emitTransfer(state, record, completed, 'task.transfer-completed');
  const initiator = record.reservations.get(transfer.initiatingReservationSid);
  if (transfer.mode === 'COLD' && initiator?.reservation.reservationStatus === 'accepted') {
    finishReservation(state, initiator, 'wrapping');
  }
}
