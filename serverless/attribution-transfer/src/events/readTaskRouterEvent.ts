import { eventIdOf, readAttributes } from '@patchbay/shared';
import {
  eventName,
  TaskRouterCloudEvent,
  TaskSid,
  type TaskRouterEventPayload,
} from '@patchbay/shared/contracts';
import type { AttemptEvent } from '../attempt/event';
import { ATTEMPT_ID_ATTRIBUTE } from '../attributionTaskAttributes';
import { whyCanceled } from './whyCanceled';

/** What a TaskRouter event means for an attempt. */
export type Reading =
  /** It is about the attribution task of attempt `attemptId`. */
  | {
      readonly kind: 'attribution';
      readonly attemptId: string;
      readonly originalTaskSid: TaskSid;
      readonly taskSid: TaskSid;
      readonly event: AttemptEvent;
    }
  /** It is about a task that may be the original of an attempt. */
  | {
      readonly kind: 'original';
      readonly originalTaskSid: TaskSid;
      readonly reservationSid: string | undefined;
      readonly event: AttemptEvent;
    }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'malformed'; readonly id: string | undefined };

/** A cancel this soon after the create means that the workflow found no target at all; its time-outs are longer. */
const NO_AGENT_WITHIN_SECONDS = 2;

export function readTaskRouterEvent(raw: unknown, recovering: boolean): Reading {
  const parsed = TaskRouterCloudEvent.safeParse(raw);
  if (!parsed.success) return { kind: 'malformed', id: eventIdOf(raw) };
  const name = eventName(parsed.data);
  const { payload } = parsed.data.data;
  const { task_sid: taskSid } = payload;
  if (taskSid === undefined) return { kind: 'ignored' };
  // Anybody's task may carry anything; it is not one of ours.
  const attributes = readAttributes(payload.task_attributes) ?? {};
  const originalTaskSid = TaskSid.safeParse(attributes['originalTaskSid']);
  const attemptId = attributes[ATTEMPT_ID_ATTRIBUTE];
  if (typeof attemptId === 'string' && originalTaskSid.success) {
    const event = attributionEvent(name, payload, taskSid);
    if (event === undefined) return { kind: 'ignored' };
    return { kind: 'attribution', attemptId, originalTaskSid: originalTaskSid.data, taskSid, event };
  }
  const event = originalEvent(parsed.data, recovering);
  if (event === undefined) return { kind: 'ignored' };
  return { kind: 'original', originalTaskSid: taskSid, reservationSid: payload.reservation_sid, event };
}

function attributionEvent(
  name: string,
  payload: TaskRouterEventPayload,
  taskSid: TaskSid,
): AttemptEvent | undefined {
  const { worker_sid: workerSid, reservation_sid: reservationSid } = payload;
  switch (name) {
    case 'task.created':
      return { type: 'task_created', taskSid };
    case 'reservation.accepted':
      return workerSid === undefined || reservationSid === undefined
        ? undefined
        : { type: 'accepted', taskSid, workerSid, reservationSid };
    case 'reservation.rejected':
    case 'reservation.timeout':
      return { type: 'declined', taskSid };
    case 'workflow.skipped':
      return { type: 'unanswered', taskSid, because: 'no_agent' };
    case 'task.canceled':
      return { type: 'unanswered', taskSid, because: whyUnanswered(payload) };
    case 'task.completed':
    case 'task.deleted':
    case 'task.system-deleted':
      return { type: 'unanswered', taskSid, because: 'removed' };
    default:
      return undefined;
  }
}

function originalEvent(cloudEvent: TaskRouterCloudEvent, recovering: boolean): AttemptEvent | undefined {
  const { time, data } = cloudEvent;
  const { payload } = data;
  const report = {
    to: payload.transfer_to ?? undefined,
    from: payload.transfer_initiating_reservation_sid ?? undefined,
    at: time === undefined ? undefined : Date.parse(time) || undefined,
  };
  switch (eventName(cloudEvent)) {
    case 'task.transfer-completed':
      return { type: 'transfer_completed', ...report };
    case 'task.transfer-attempt-failed':
    case 'task.transfer-failed':
      return { type: 'transfer_failed', ...report, reason: 'not_taken' };
    case 'task.transfer-canceled':
      return { type: 'transfer_failed', ...report, reason: 'transfer_canceled' };
    case 'reservation.wrapup':
      return { type: 'sender_left', recovering };
    case 'task.completed':
    case 'task.canceled':
    case 'task.deleted':
    case 'task.system-deleted':
      return { type: 'call_ended' };
    // A blind write may have removed the mark: looking is enough to put it back.
    case 'task.updated':
      return { type: 'tick' };
    default:
      return undefined;
  }
}

function whyUnanswered({
  task_canceled_reason: reason,
  task_age: age,
}: TaskRouterEventPayload): 'timed_out' | 'no_agent' | 'removed' {
  return age !== undefined && Number(age) <= NO_AGENT_WITHIN_SECONDS ? 'no_agent' : whyCanceled(reason);
}
