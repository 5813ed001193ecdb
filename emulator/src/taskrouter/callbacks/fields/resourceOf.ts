import type { TaskRouterEvent } from '../../engine/events';

/** What an event is most about. */
export interface EventResource {
  readonly type: string;
  readonly sid: string;
}

/**
 * `ResourceType` and `ResourceSid`. A task's way through queues and workflows is about the task; the lower-case names
 * are those of the Events resource (twilio_taskrouter_v1.json).
 */
export function resourceOf(event: TaskRouterEvent): EventResource {
  if ('reservation' in event && event.type.startsWith('reservation.')) {
    return { type: 'reservation', sid: event.reservation.sid };
  }
  if ('task' in event) return { type: 'task', sid: event.task.sid };
  if ('worker' in event) return { type: 'worker', sid: event.worker.sid };
  if ('activity' in event) return { type: 'activity', sid: event.activity.sid };
  if ('taskChannel' in event) return { type: 'taskchannel', sid: event.taskChannel.sid };
  if ('taskQueue' in event) return { type: 'taskqueue', sid: event.taskQueue.sid };
  if ('workflow' in event) return { type: 'workflow', sid: event.workflow.sid };
  return { type: 'workspace', sid: event.workspace.sid };
}
