import { UpstreamError } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import { Unfinished } from '../calls/perform';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';
import type { CallEvent } from '../recovery/event';
import { LEASE_MS } from '../recovery/rules';
import { isPingOf, pingAttributes } from './pingAttributes';
import type { Reach } from './reach';

const PRIORITY = 1_000;

/** Asks the dropped agent back. 1 create. */
export async function sendPing(reach: Reach, call: Call, drop: Drop): Promise<readonly CallEvent[]> {
  const { taskRouter, settings, clock } = reach;
  if (drop.workerSid === undefined) return [];
  try {
    const { sid, assignmentStatus } = await taskRouter.createTask({
      workflowSid: settings.pingWorkflowSid,
      taskChannel: settings.taskChannel,
      attributes: pingAttributes(call, drop),
      timeoutSeconds: settings.pingSeconds,
      priority: PRIORITY,
      routingTarget: drop.workerSid,
    });
    const until = clock.now() + settings.pingSeconds * 1_000;
    const sent: CallEvent = { type: 'ping_sent', taskSid: sid, until };
    return assignmentStatus === 'canceled' ? [sent, { type: 'ping_expired', taskSid: sid }] : [sent];
  } catch (error) {
    if (error instanceof UpstreamError && error.outcome === 'ambiguous') throw error;
    throw new Unfinished([{ type: 'ping_absent' }], error);
  }
}

/** What became of the ping: by its SID, or searched for among the worker's reservations when its sender died. */
export async function checkPing(reach: Reach, drop: Drop): Promise<readonly CallEvent[]> {
  const { taskSid } = drop.ping;
  if (taskSid !== undefined) return stateOf(reach, taskSid);
  const found = await findPing(reach, drop);
  if (found !== undefined) {
    const until = reach.clock.now() + reach.settings.pingSeconds * 1_000;
    return [{ type: 'ping_sent', taskSid: found, until }, ...(await stateOf(reach, found))];
  }
  // Presence proves at once; absence not before a lost request can't arrive any more.
  const isCertain = reach.clock.now() >= (drop.ping.askedAt ?? 0) + LEASE_MS;
  return isCertain ? [{ type: 'ping_absent' }] : [];
}

async function stateOf({ taskRouter }: Reach, taskSid: TaskSid): Promise<readonly CallEvent[]> {
  const task = await taskRouter.fetchTask(taskSid);
  switch (task?.assignmentStatus) {
    case 'pending':
    case 'reserved':
      return [];
    case 'assigned':
    case 'wrapping':
    case 'completed':
      return [{ type: 'ping_accepted', taskSid }];
    case 'canceled':
    case undefined:
      return [{ type: 'ping_expired', taskSid }];
  }
}

async function findPing({ workers, taskRouter }: Reach, drop: Drop): Promise<TaskSid | undefined> {
  const { workerSid } = drop;
  if (workerSid === undefined) return undefined;
  const lists = await Promise.all([
    workers.listReservations(workerSid, 'pending'),
    workers.listReservations(workerSid, 'accepted'),
  ]);
  for (const { taskSid, sid } of lists.flat()) {
    if (sid === drop.reservationSid) continue;
    const task = await taskRouter.fetchTask(taskSid);
    if (task?.attributes !== undefined && isPingOf(task.attributes, drop)) return taskSid;
  }
  return undefined;
}

/** Takes the ping back, or completes one that was accepted, and so frees the agent. */
export async function closePing({ taskRouter }: Reach, drop: Drop): Promise<void> {
  const { taskSid, strays, state } = drop.ping;
  const all = taskSid === undefined ? strays : [taskSid, ...strays];
  await Promise.all(
    all.map((sid) => {
      const status = sid === taskSid && state === 'accepted' ? 'assigned' : undefined;
      return taskRouter.closeTask(sid, 'Recovery: not needed any more', status);
    }),
  );
}
