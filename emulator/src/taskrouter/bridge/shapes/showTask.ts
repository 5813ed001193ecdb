import type { Task, TaskQueue, Workflow } from '../../engine/model';
import { epochSeconds } from './epochSeconds';

/** A task with what the bridge writes beside it. */
export interface TaskPicture {
  readonly task: Task;
  readonly taskQueue: TaskQueue | null;
  readonly workflow: Workflow | null;
  /** When the picture was taken, milliseconds since 1970. */
  readonly at: number;
}

/** A task as the worker SDK's `TaskDescriptor` insists on it; `attributes` and `addons` are JSON text. */
export const showTask = (accountSid: string, { task, taskQueue, workflow, at }: TaskPicture) => ({
  account_sid: accountSid,
  addons: '{}',
  age: epochSeconds(at) - epochSeconds(task.dateCreated),
  assignment_status: task.assignmentStatus,
  attributes: task.attributes,
  date_created: epochSeconds(task.dateCreated),
  date_updated: epochSeconds(task.dateUpdated),
  priority: task.priority,
  queue_name: taskQueue?.friendlyName ?? null,
  queue_sid: task.taskQueueSid,
  reason: task.reason,
  routing_target: task.routingTarget,
  sid: task.sid,
  task_channel_sid: task.taskChannelSid,
  task_channel_unique_name: task.taskChannelUniqueName,
  timeout: task.timeout,
  version: task.version,
  virtual_start_time: epochSeconds(task.virtualStartTime),
  workflow_name: workflow?.friendlyName ?? null,
  workflow_sid: task.workflowSid,
  workspace_sid: task.workspaceSid,
});
