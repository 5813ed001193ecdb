import type { TaskRecord } from '../records';
import type { WorkspaceState } from '../state';
import { settleTask } from '../tasks/settleTask';
import { endTransfer, initiatedTransfer } from './endTransfer';

/** Ends the task's transfer for good: nobody took it. Without anybody left on the task, the task is completed. */
export function failTransfer(state: WorkspaceState, record: TaskRecord, reason: string): void {
  const transfer = initiatedTransfer(record);
  if (!transfer) return;
  endTransfer(state, record, transfer, { status: 'failed', reason });
  settleTask(state, record, () => undefined);
}
