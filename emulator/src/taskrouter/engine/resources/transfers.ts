import { notFound } from '../../../kernel/twilioError';
import { existing, findOr404 } from '../lookup';
import type { Transfer } from '../model';
import type { TransferOperations } from '../operations';
import type { TaskRecord } from '../records';
import type { WorkspaceState } from '../state';
import { cancelTransfer } from '../transfers/cancelTransfer';
import { startTransfer } from '../transfers/startTransfer';

/** The workspace's task transfers; they live as long as their task. */
export function createTransfers(state: WorkspaceState): TransferOperations {
  const taskOf = (sid: string): TaskRecord | undefined => {
    const taskSid = state.transferTasks.get(sid);
    return taskSid === undefined ? undefined : existing(state.tasks, taskSid);
  };
  const locate = (sid: string): { record: TaskRecord; transfer: Transfer } => {
    const record = taskOf(sid);
    if (!record) throw notFound(`/Workspaces/${state.workspace.sid}/Transfers/${sid}`);
    return { record, transfer: existing(record.transfers, sid) };
  };
  const { outbox } = state.engine;
  return {
    get: (sid) => locate(sid).transfer,
    find: (sid) => taskOf(sid)?.transfers.get(sid),
    list: () => Array.from(state.transferTasks.keys(), (sid) => locate(sid).transfer),
    ofTask: (taskSid) => [...findOr404(state, state.tasks, 'Tasks', taskSid).transfers.values()],
    start: (input) => outbox.run(() => startTransfer(state, input)),
    cancel: (sid, workerSid) =>
      outbox.run(() => {
        const { record, transfer } = locate(sid);
        return cancelTransfer(state, record, transfer, workerSid);
      }),
  };
}
