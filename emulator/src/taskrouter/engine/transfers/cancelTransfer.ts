import { invalid } from '../../../kernel/twilioError';
import type { Transfer } from '../model';
import { existing } from '../lookup';
import type { TaskRecord } from '../records';
import type { WorkspaceState } from '../state';
import { settleTask } from '../tasks/settleTask';
import { endTransfer } from './endTransfer';

/** Takes a transfer back: only by its initiator and only while nobody has accepted it. */
export function cancelTransfer(
  state: WorkspaceState,
  record: TaskRecord,
  transfer: Transfer,
  workerSid: string,
): Transfer {
  if (transfer.initiatingWorkerSid !== workerSid) {
    throw invalid(`Transfer ${transfer.sid} was not started by worker ${workerSid}`);
  }
  if (transfer.status !== 'initiated') {
    throw invalid(`Cannot cancel transfer ${transfer.sid} because it is ${transfer.status}`);
  }
  endTransfer(state, record, transfer, { status: 'canceled' });
  settleTask(state, record, () => undefined);
  return existing(record.transfers, transfer.sid);
}
