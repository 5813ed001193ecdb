import { isoDate } from '../../../kernel/paging';
import type { Task, TaskChannel, TaskQueue, Workflow } from '../../engine/model';
import type { OptionalFields } from './eventFields';

const secondsBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / 1_000));

/** The Task group (docs: TaskRouter Events reference), with the queue and the workflow it is in. Ages are seconds. */
export function taskFields(
  about: { task: Task; taskChannel: TaskChannel; taskQueue: TaskQueue | null; workflow: Workflow | null },
  at: number,
): OptionalFields {
  const { task, taskQueue, workflow } = about;
  const { assignmentStatus: status, reason } = task;
  return {
    task_sid: task.sid,
    task_attributes: task.attributes,
    task_age: secondsBetween(task.dateCreated, at),
    task_age_in_queue:
      task.taskQueueEnteredDate === null ? null : secondsBetween(task.taskQueueEnteredDate, at),
    task_date_created: isoDate(task.dateCreated),
    task_virtual_start_time: isoDate(task.virtualStartTime),
    task_priority: task.priority,
    task_assignment_status: status,
    task_canceled_reason: status === 'canceled' ? reason : null,
    task_completed_reason: status === 'wrapping' || status === 'completed' ? reason : null,
    task_version: task.version,
    task_timeout: task.timeout,
    task_routing_target: task.routingTarget,
    ...taskChannelFields(about.taskChannel),
    ...(taskQueue === null ? {} : taskQueueFields(taskQueue)),
    task_queue_entered_date: task.taskQueueEnteredDate === null ? null : isoDate(task.taskQueueEnteredDate),
    ...(workflow === null ? {} : workflowFields(workflow)),
  };
}

export const taskChannelFields = (channel: TaskChannel): OptionalFields => ({
  task_channel_sid: channel.sid,
  task_channel_name: channel.friendlyName,
  task_channel_unique_name: channel.uniqueName,
  task_channel_optimized_routing: channel.channelOptimizedRouting,
});

export const taskQueueFields = (queue: TaskQueue): OptionalFields => ({
  task_queue_sid: queue.sid,
  task_queue_name: queue.friendlyName,
  task_queue_target_expression: queue.targetWorkers,
});

export const workflowFields = (workflow: Workflow): OptionalFields => ({
  workflow_sid: workflow.sid,
  workflow_name: workflow.friendlyName,
});
