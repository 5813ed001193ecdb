import { eventIdOf, readAttributes } from '@patchbay/shared';
import { TaskSid, type TaskRouterEventPayload } from '@patchbay/shared/contracts';
import { phoneOf } from '../hands/phoneOf';
import { RECOVERY_ID } from '../hands/pingAttributes';
import type { CallEvent } from '../recovery/event';
import { RECOVERED_TASK } from '../twiml/reconnectAttributes';
import type { Meaning, Reading } from './reading';
import { readFacts, type Facts } from './taskRouterFacts';

interface Given {
  readonly now: number;
  /** Names the drop that this may be. */
  readonly dropId: string;
  readonly callChannels: readonly string[];
}

/** What an event means: for the call whose task it is about, for the recovery it pings for, for the one it brings back. */
export function readTaskRouterEvent(raw: unknown, given: Given): Reading {
  const facts = readFacts(raw);
  if (facts === undefined) return { kind: 'malformed', id: eventIdOf(raw) };
  const { task_sid: taskSid, task_attributes: text } = facts.payload;
  if (taskSid === undefined) return { kind: 'ignored' };
  // Anybody's task may carry anything; it is not one of ours.
  const attributes = readAttributes(text) ?? {};
  const pinged = TaskSid.safeParse(attributes['disconnectedTaskSid']);
  const recoveryId = attributes[RECOVERY_ID];
  if (pinged.success && typeof recoveryId === 'string') {
    const event = pingEvent(facts.name, taskSid);
    return means(event && [{ callTaskSid: pinged.data, recoveryId, event, seen: seenWorker(facts.payload) }]);
  }
  const recovered = TaskSid.safeParse(attributes[RECOVERED_TASK]);
  const line = lineEvent(facts, taskSid);
  const own = ownEvent(facts, given);
  const meanings: Meaning[] = [];
  if (recovered.success && typeof recoveryId === 'string' && line !== undefined) {
    meanings.push({ callTaskSid: recovered.data, recoveryId, event: line, seen: undefined });
  }
  if (own !== undefined)
    meanings.push({ callTaskSid: taskSid, recoveryId: undefined, event: own, seen: undefined });
  return means(meanings);
}

const means = (meanings: readonly Meaning[] | undefined): Reading =>
  meanings === undefined || meanings.length === 0 ? { kind: 'ignored' } : { kind: 'means', meanings };

function pingEvent(name: string, taskSid: TaskSid): CallEvent | undefined {
  if (name === 'reservation.accepted') return { type: 'ping_accepted', taskSid };
  return name === 'task.canceled' ? { type: 'ping_expired', taskSid } : undefined;
}

function lineEvent({ name, payload }: Facts, taskSid: TaskSid): CallEvent | undefined {
  switch (name) {
    case 'task-queue.entered':
      return { type: 'queued', taskSid };
    case 'reservation.accepted':
      return payload.worker_sid && { type: 'taken', taskSid, workerSid: payload.worker_sid };
    case 'task.canceled':
      return { type: 'line_left', taskSid };
    default:
      return undefined;
  }
}

function ownEvent({ name, at, payload }: Facts, { now, dropId, callChannels }: Given): CallEvent | undefined {
  const { task_channel_unique_name: channel } = payload;
  if (channel !== undefined && !callChannels.includes(channel)) return undefined;
  const worker = workerIn(payload);
  const transferSid = payload.task_transfer_sid ?? undefined;
  switch (name) {
    case 'reservation.accepted':
      return worker && { type: 'accepted', ...worker };
    case 'reservation.wrapup':
      return worker && { type: 'wrapped_up', ...worker, at: at ?? now, dropId };
    case 'task.transfer-initiated':
      return { type: 'transfer_started', transferSid, dropId };
    case 'task.transfer-completed':
      return { type: 'transfer_ended', failed: false, transferSid, dropId };
    case 'task.transfer-failed':
    case 'task.transfer-canceled':
      return { type: 'transfer_ended', failed: true, transferSid, dropId };
    default:
      return undefined;
  }
}

function workerIn({
  worker_sid: workerSid,
  worker_name: name = '',
  worker_attributes: attributes,
  reservation_sid: reservationSid,
}: TaskRouterEventPayload) {
  if (workerSid === undefined || reservationSid === undefined) return undefined;
  return { workerSid, name, reservationSid, phone: phoneOf(readAttributes(attributes) ?? {}) };
}

function seenWorker({ worker_sid: workerSid, worker_activity_sid: activitySid }: TaskRouterEventPayload) {
  return workerSid === undefined || activitySid === undefined ? undefined : { workerSid, activitySid };
}
