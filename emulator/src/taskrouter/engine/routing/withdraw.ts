import type { TaskRecord } from '../records';
import type { WorkspaceState } from '../state';
import { leaveLine } from './lanes';

/** Takes the task, or the transfer it is in, out of line. */
export function withdraw(state: WorkspaceState, record: TaskRecord): void {
  const { placement } = record;
  if (!placement) return;
  leaveLine(placement);
  state.routing.fresh.delete(placement);
  record.placement = null;
}
