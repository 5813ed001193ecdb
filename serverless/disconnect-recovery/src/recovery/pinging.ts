import type { TaskSid } from '@patchbay/shared/contracts';
import type { Call } from './call';
import { isOpen, withDone, withoutDone, type Drop } from './drop';
import type { EventOf, Moment } from './event';
import { release, toQueue, withDrop } from './phases';
import { MAX_STRAYS } from './rules';

/** The ping exists. If nobody wants it any more it is owed that it goes. */
export function pingSent(call: Call, event: EventOf<'ping_sent'>, moment: Moment): Call {
  const { drop } = call;
  if (drop === undefined) return call;
  if (drop.ping.taskSid !== undefined) return withDrop(call, withStray(drop, event.taskSid));
  const { taskSid, until } = event;
  const isWanted = drop.phase === 'pinging' || drop.phase === 'examining';
  const ping: Drop['ping'] = { ...drop.ping, taskSid, until, state: isWanted ? 'sent' : 'canceled' };
  return withDrop(call, release({ ...drop, ping, pingSentAt: drop.pingSentAt ?? moment.now }, moment));
}

/** The page accepted it: the caller goes back to this agent. */
export function pingAccepted(call: Call, { taskSid }: EventOf<'ping_accepted'>, moment: Moment): Call {
  const { drop } = call;
  if (drop === undefined) return call;
  if (drop.ping.taskSid !== undefined && drop.ping.taskSid !== taskSid) {
    return withDrop(call, withStray(drop, taskSid));
  }
  if (drop.phase === 'pinging' || drop.phase === 'examining') {
    const answered = withPingEnd({ ...drop, ping: { ...drop.ping, taskSid } }, 'accepted', moment);
    return withDrop(call, toQueue(answered, true, moment));
  }
  return drop.ping.taskSid === taskSid
    ? call
    : withDrop(call, { ...drop, ping: { ...drop.ping, taskSid, state: 'canceled' } });
}

/** Nobody answered it. */
export function pingExpired(call: Call, { taskSid }: EventOf<'ping_expired'>, moment: Moment): Call {
  const { drop } = call;
  if (drop === undefined || (drop.ping.taskSid !== undefined && drop.ping.taskSid !== taskSid)) return call;
  if (drop.phase === 'pinging' || drop.phase === 'examining') {
    const over = withPingEnd({ ...drop, ping: { ...drop.ping, taskSid } }, 'expired', moment);
    return withDrop(call, toQueue(withDone(over, 'close_ping'), false, moment));
  }
  return withDrop(call, withDone({ ...drop, ping: { ...drop.ping, taskSid } }, 'close_ping'));
}

/** It certainly was not created: it may be, by whoever takes the right to. */
export function pingAbsent(call: Call): Call {
  const { drop } = call;
  if (!isOpen(drop) || drop.ping.taskSid !== undefined || drop.ping.askedBy === undefined) return call;
  return withDrop(call, { ...drop, ping: { ...drop.ping, askedBy: undefined, askedAt: undefined } });
}

/** The ping of a drop that does not want it any more is taken back. */
export const withPingEnd = (drop: Drop, state: Drop['ping']['state'], { now }: Moment): Drop => ({
  ...drop,
  ping: { ...drop.ping, state },
  pingEndedAt: now,
});

/** A second ping of the same drop, created by a request that everybody had given up. */
function withStray(drop: Drop, taskSid: TaskSid): Drop {
  const { strays } = drop.ping;
  if (drop.ping.taskSid === taskSid || strays.includes(taskSid)) return drop;
  const ping = { ...drop.ping, strays: [...strays, taskSid].slice(-MAX_STRAYS) };
  return withoutDone({ ...drop, ping }, 'close_ping');
}
