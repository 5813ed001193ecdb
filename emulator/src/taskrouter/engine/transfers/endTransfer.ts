import { changeTask, changeTransfer } from '../change';
import { emitTransfer } from '../emit';
import type { Transfer } from '../model';
import type { TaskRecord } from '../records';
import { endReservations, inStatus } from '../reservations/reservationStatus';
import { withdraw } from '../routing/withdraw';
import type { WorkspaceState } from '../state';

/** The task's transfer under way, if there is one; there is never more than one. */
export function initiatedTransfer(record: TaskRecord): Transfer | undefined {
  return [...record.transfers.values()].find(({ status }) => status === 'initiated');
}

/** Ends a transfer that nobody accepted, with its open offers; what becomes of the task is the caller's. */
export function endTransfer(
  state: WorkspaceState,
  record: TaskRecord,
  transfer: Transfer,
  end: { readonly status: 'failed'; readonly reason: string } | { readonly status: 'canceled' },
): void {
  withdraw(record);
  const failedReason = end.status === 'failed' ? end.reason : null;
  const ended = changeTransfer(state, record, transfer, { status: end.status, failedReason });
  const offered = inStatus(record, 'pending').filter(
    ({ reservation }) => reservation.transferSid === transfer.sid,
  );
  endReservations(state, offered, 'canceled');
  returnToQueue(state, record, transfer);
  emitTransfer(state, record, ended, `task.transfer-${end.status}`);
}

/** The task is again where it was; what becomes of its queue is not established for Twilio. */
function returnToQueue(state: WorkspaceState, record: TaskRecord, { initiatingQueueSid }: Transfer): void {
  if (record.task.taskQueueSid === initiatingQueueSid) return;
  if (initiatingQueueSid === null || !state.queues.has(initiatingQueueSid)) return;
  changeTask(state, record, { taskQueueSid: initiatingQueueSid });
}
