import type { TaskRecord } from '../records';
import { withdraw } from '../routing/withdraw';
import { later, type WorkspaceState } from '../state';
import { FINISHED_KEPT_MS } from '../limits';

/** Forgets a task with its reservations and transfers; tells nobody (automatic deletion emits nothing). */
export function removeTask(state: WorkspaceState, record: TaskRecord): void {
  record.cancelTimer();
  withdraw(record);
  for (const [sid, reservation] of record.reservations) {
    reservation.cancelTimer();
    reservation.worker.reservations.delete(sid);
    state.reservations.delete(sid);
  }
  for (const sid of record.transfers.keys()) state.transferTasks.delete(sid);
  state.tasks.delete(record.task.sid);
}

/** Has a finished task deleted when its five minutes are over. */
export function removeLater(state: WorkspaceState, record: TaskRecord): void {
  record.cancelTimer();
  record.cancelTimer = later(state, FINISHED_KEPT_MS, () => {
    removeTask(state, record);
  });
}
