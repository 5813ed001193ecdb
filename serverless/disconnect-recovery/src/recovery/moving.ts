import type { Call } from './call';
import { isOpen, withDone } from './drop';
import type { EventOf, Moment } from './event';
import { endDrop, release, toPhase, withDrop } from './phases';

/** The customer's call is on its way to the queue. */
export function redirected(call: Call, moment: Moment): Call {
  const { drop } = call;
  if (!isOpen(drop) || drop.phase !== 'moving' || drop.enqueue.state === 'done') return call;
  return withDrop(call, release({ ...drop, enqueue: { ...drop.enqueue, state: 'done' } }, moment));
}

/** It certainly is not: whoever takes the right to may send it. */
export function notRedirected(call: Call, moment: Moment): Call {
  const { drop } = call;
  if (!isOpen(drop) || drop.phase !== 'moving' || drop.enqueue.state === 'done') return call;
  return withDrop(call, release({ ...drop, enqueue: { state: 'asked' } }, moment));
}

/** The customer's call has ended. */
export function customerGone(call: Call, moment: Moment): Call {
  const { drop } = call;
  return isOpen(drop) ? { ...call, over: true, drop: endDrop(drop, 'hung_up', moment) } : call;
}

/** The reconnect task is in its queue, which also proves that the redirect took effect. */
export function queued(call: Call, { taskSid }: EventOf<'queued'>, moment: Moment): Call {
  const { drop } = call;
  if (drop === undefined || drop.reconnectTaskSid !== undefined) return call;
  const enqueue = { ...drop.enqueue, state: 'done' as const };
  const arrived = { ...drop, enqueue, reconnectTaskSid: taskSid, queuedAt: moment.now };
  if (drop.phase !== 'moving') return withDrop(call, arrived);
  return { ...call, over: true, drop: { ...toPhase(arrived, 'queued', moment), work: undefined } };
}

/** An agent took the caller: the dropped one or another. */
export function taken(call: Call, event: EventOf<'taken'>, moment: Moment): Call {
  const { drop: before } = queued(call, { ...event, type: 'queued' }, moment);
  if (!isOpen(before) || (before.phase !== 'queued' && before.phase !== 'moving')) return call;
  if (before.reconnectTaskSid !== event.taskSid) return call;
  const outcome = event.workerSid === before.workerSid ? 'reconnected' : 'taken_over';
  return { ...call, over: true, drop: endDrop(before, outcome, moment, event.workerSid) };
}

/** The caller hung up in the queue. */
export function lineLeft(call: Call, event: EventOf<'line_left'>, moment: Moment): Call {
  const { drop: before } = queued(call, { ...event, type: 'queued' }, moment);
  if (!isOpen(before) || before.phase !== 'queued' || before.reconnectTaskSid !== event.taskSid) return call;
  return { ...call, over: true, drop: endDrop(before, 'hung_up', moment) };
}

/** Whether the worker can get the caller, and what was changed for it. */
export function workerReady(call: Call, event: EventOf<'worker_ready'>): Call {
  const { drop } = call;
  if (!isOpen(drop)) return call;
  const ready = {
    ...drop,
    toWorker: drop.toWorker && event.available,
    setOffline: event.setOffline,
    ...(event.activity && { activity: event.activity }),
  };
  return withDrop(call, withDone(ready, 'ready_worker'));
}

/** The agent is where the customer is: the others may follow. May come before TaskRouter tells of the accept. */
export function arrived(call: Call): Call {
  const { drop } = call;
  return drop === undefined || drop.arrived ? call : withDrop(call, { ...drop, arrived: true });
}
