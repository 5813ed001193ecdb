import type { TaskRecord } from '../records';
import { leaveLine } from './lanes';

/** Takes the task, or the transfer it is in, out of line. */
export function withdraw(record: TaskRecord): void {
  if (record.placement) leaveLine(record.placement);
  record.placement = null;
}
