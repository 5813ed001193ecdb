import type { Activity, TaskQueue } from '../../engine/model';
import { epochSeconds } from './epochSeconds';

/** A queue as the worker SDK's `TaskQueueDescriptor` insists on it. */
export function showTaskQueue(
  accountSid: string,
  queue: TaskQueue,
  findActivity: (sid: string) => Activity | undefined,
) {
  const nameOf = (sid: string | null): string | null =>
    sid === null ? null : (findActivity(sid)?.friendlyName ?? null);
  return {
    account_sid: accountSid,
    assignment_activity_name: nameOf(queue.assignmentActivitySid),
    assignment_activity_sid: queue.assignmentActivitySid,
    date_created: epochSeconds(queue.dateCreated),
    date_updated: epochSeconds(queue.dateUpdated),
    friendly_name: queue.friendlyName,
    lifo_queue: queue.taskOrder === 'LIFO',
    max_reserved_workers: queue.maxReservedWorkers,
    reservation_activity_name: nameOf(queue.reservationActivitySid),
    reservation_activity_sid: queue.reservationActivitySid,
    sid: queue.sid,
    target_workers: queue.targetWorkers,
    task_order: queue.taskOrder,
    workspace_sid: queue.workspaceSid,
  };
}
