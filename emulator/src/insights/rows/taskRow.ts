import type { JsonObject } from '../../sync/model';
import type { Task } from '../../taskrouter/engine';
import { isoDate } from './isoDate';
import { readAttributes } from './readAttributes';

/** The names that tasks and reservations are shown with. */
export interface TaskNames {
  readonly queueName: string | null;
  readonly workflowName: string | null;
}

/** Seconds since the task came to be, at the time of the row. */
export const ageOf = (task: Task, now: number): number => Math.floor((now - task.dateCreated) / 1000);

/** A task as the table `tr-task` has it. */
export const taskRow = (task: Task, { queueName, workflowName }: TaskNames, now: number): JsonObject => ({
  task_sid: task.sid,
  workspace_sid: task.workspaceSid,
  status: task.assignmentStatus,
  age: ageOf(task, now),
  priority: task.priority,
  reason: task.reason,
  attributes: readAttributes(task.attributes),
  queue_sid: task.taskQueueSid,
  queue_name: queueName,
  workflow_sid: task.workflowSid,
  workflow_name: workflowName,
  channel_sid: task.taskChannelSid,
  channel_unique_name: task.taskChannelUniqueName,
  channel_type: task.taskChannelUniqueName,
  date_created: isoDate(task.dateCreated),
  date_updated: isoDate(task.dateUpdated),
});
