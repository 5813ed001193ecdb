import type { TaskRouterEvent } from '../../engine/events';
import { presentFields, type EventFields, type OptionalFields } from './eventFields';
import { reservationFields, transferFields } from './reservationFields';
import { taskChannelFields, taskFields, taskQueueFields, workflowFields } from './taskFields';
import { activityChangeFields, workerChannelFields, workerFields } from './workerFields';

/**
 * Everything an event tells about the things it touches, by snake_case name (docs: TaskRouter Events reference;
 * Event Streams' TaskRouter.WDSEvent has the same names). What every event has (type, workspace, time) isn't in it.
 */
export function describeEvent(event: TaskRouterEvent): EventFields {
  return presentFields({
    ...('task' in event ? taskFields(event, event.at) : resourceFields(event)),
    ...('reservation' in event ? reservationFields(event.reservation) : {}),
    ...('worker' in event ? workerFields(event.worker) : {}),
    ...('transfer' in event && event.transfer !== null ? transferFields(event.transfer) : {}),
    ...changeFields(event),
  });
}

/** The fields of queues, workflows, channels and activities that change on their own. */
function resourceFields(event: TaskRouterEvent): OptionalFields {
  if ('worker' in event) return {};
  if ('activity' in event) {
    const { sid, friendlyName, available } = event.activity;
    return { activity_sid: sid, activity_name: friendlyName, activity_available: available };
  }
  if ('taskChannel' in event) return taskChannelFields(event.taskChannel);
  if ('taskQueue' in event) return taskQueueFields(event.taskQueue);
  if ('workflow' in event) return workflowFields(event.workflow);
  return {};
}

/** What only one type of event tells. */
function changeFields(event: TaskRouterEvent): OptionalFields {
  switch (event.type) {
    case 'worker.activity.update':
      return activityChangeFields(event);
    case 'worker.capacity.update':
    case 'worker.channel.availability.update':
      return workerChannelFields(event);
    case 'task-queue.entered':
    case 'task-queue.timeout':
    case 'task-queue.moved':
      return {
        previous_task_priority: event.previousTaskPriority,
        previous_task_queue_sid: event.previousTaskQueue?.sid,
        previous_task_queue_name: event.previousTaskQueue?.friendlyName,
      };
    case 'workflow.entered':
    case 'workflow.target-matched':
    case 'workflow.timeout':
    case 'workflow.skipped':
      return {
        workflow_filter_name: event.filterName,
        workflow_filter_expression: event.filterExpression,
        workflow_filter_target_name: event.targetName,
        workflow_filter_target_expression: event.targetExpression,
      };
    default:
      return {};
  }
}
