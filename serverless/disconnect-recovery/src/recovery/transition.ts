import type { Call } from './call';
import { isInFlight, isOpen, withDone, type Drop } from './drop';
import type { CallEvent, Moment } from './event';
import { looked } from './examining';
import { deregistered } from './goodbye';
import { accepted, joined, registered } from './joining';
import { conferenceEnded, left, wrappedUp } from './leaving';
import {
  arrived,
  customerGone,
  lineLeft,
  notRedirected,
  queued,
  redirected,
  taken,
  workerReady,
} from './moving';
import { giveUp, takeOver, toQueue, withDrop } from './phases';
import { pingAbsent, pingAccepted, pingExpired, pingSent } from './pinging';
import { transferEnded, transferStarted } from './transferring';
import { MAX_EXIT_FLAGS, MOVE_MS, PING_GIVE_UP_MS, SUSPENDED_MS } from './rules';

/**
 * The rules of a call and its recovery: `(state, event) → state'`; what the new state owes is `duties`. Pure; every event
 * may come late, twice or out of order, and one that no longer fits changes nothing: an unchanged call is the very same
 * object. Ended is ended.
 */
export const transition = (call: Call, event: CallEvent, moment: Moment): Call =>
  decide(elapse(call, moment), event, moment);

function decide(call: Call, event: CallEvent, moment: Moment): Call {
  switch (event.type) {
    case 'registered':
      return registered(call, event, moment);
    case 'deregistered':
      return deregistered(call, event, moment);
    case 'joined':
      return joined(call, event, moment);
    case 'left':
      return left(call, event, moment);
    case 'exit_flag_set':
      return flagged(call, event.callSid);
    case 'exit_flag_undone':
      return unflagged(call, event.callSid);
    case 'flags_watched':
      return call.watched === true ? call : { ...call, watched: true };
    case 'unsaved_counted':
      return call.unsaved === 'noticed' ? { ...call, unsaved: 'counted' } : call;
    case 'conference_ended':
      return conferenceEnded(call, event, moment);
    case 'accepted':
      return accepted(call, event, moment);
    case 'wrapped_up':
      return wrappedUp(call, event, moment);
    case 'transfer_started':
      return transferStarted(call, event, moment);
    case 'transfer_ended':
      return transferEnded(call, event, moment);
    case 'farewell_checked':
      return farewellChecked(call, event.settled, moment);
    default:
      return decideDrop(call, event, moment);
  }
}

type DropEvent = Exclude<
  CallEvent,
  {
    type:
      | 'registered'
      | 'deregistered'
      | 'joined'
      | 'left'
      | 'exit_flag_set'
      | 'exit_flag_undone'
      | 'flags_watched'
      | 'unsaved_counted'
      | 'conference_ended'
      | 'accepted'
      | 'wrapped_up'
      | 'transfer_started'
      | 'transfer_ended'
      | 'farewell_checked';
  }
>;

function decideDrop(call: Call, event: DropEvent, moment: Moment): Call {
  switch (event.type) {
    case 'looked':
      return looked(call, event, moment);
    case 'ping_sent':
      return pingSent(call, event, moment);
    case 'ping_absent':
      return pingAbsent(call);
    case 'ping_accepted':
      return pingAccepted(call, event, moment);
    case 'ping_expired':
      return pingExpired(call, event, moment);
    case 'redirected':
      return redirected(call, moment);
    case 'not_redirected':
      return notRedirected(call, moment);
    case 'customer_gone':
      return customerGone(call, moment);
    case 'queued':
      return queued(call, event, moment);
    case 'taken':
      return taken(call, event, moment);
    case 'line_left':
      return lineLeft(call, event, moment);
    case 'worker_ready':
      return workerReady(call, event);
    case 'arrived':
      return arrived(call);
    case 'taken_over':
    case 'given_up':
    case 'announced':
    case 'still_in_line':
    case 'did':
      return changed(call, event, moment);
    case 'tick':
      return call;
  }
}

function changed(
  call: Call,
  event: Extract<DropEvent, { type: 'taken_over' | 'given_up' | 'announced' | 'still_in_line' | 'did' }>,
  moment: Moment,
): Call {
  const { drop } = call;
  if (drop === undefined) return call;
  switch (event.type) {
    case 'taken_over':
      return isOpen(drop) && !isInFlight(drop, moment.me, moment.now)
        ? withDrop(call, takeOver(drop, moment))
        : call;
    case 'given_up':
      return isOpen(drop) ? withDrop(call, giveUp(drop, event, moment)) : call;
    case 'announced':
      return withDrop(call, {
        ...drop,
        announcedAt: moment.now,
        firstAnnouncedAt: drop.firstAnnouncedAt ?? moment.now,
      });
    case 'still_in_line':
      return withDrop(call, { ...drop, lineSeenAt: moment.now });
    case 'did':
      return withDrop(call, withDone(drop, event.what));
  }
}

/** What time alone decides. */
function elapse(call: Call, moment: Moment): Call {
  const { drop } = call;
  if (drop === undefined) return call;
  const next = elapseDrop(drop, moment);
  return withDrop(call, next);
}

function elapseDrop(drop: Drop, moment: Moment): Drop {
  const { now, me } = moment;
  if (drop.phase === 'pinging' && drop.ping.taskSid === undefined && now >= drop.since + PING_GIVE_UP_MS) {
    return isInFlight(drop, me, now) ? drop : toQueue(drop, false, moment);
  }
  if (drop.phase === 'suspended' && !drop.recheck && now >= drop.since + SUSPENDED_MS) {
    return { ...drop, recheck: true };
  }
  const waits = drop.others && !drop.arrived && drop.receiverSid !== undefined;
  return waits && now >= (drop.endedAt ?? now) + MOVE_MS ? { ...drop, arrived: true } : drop;
}

function flagged(call: Call, callSid: Call['exitFlags'][number]): Call {
  if (call.over || callSid === call.customerCallSid || call.exitFlags.includes(callSid)) return call;
  return { ...call, exitFlags: [...call.exitFlags, callSid].slice(-MAX_EXIT_FLAGS) };
}

function unflagged(call: Call, callSid: Call['exitFlags'][number]): Call {
  if (!call.exitFlags.includes(callSid)) return call;
  const exitFlags = call.exitFlags.filter((other) => other !== callSid);
  const { watched, ...rest } = call;
  // Once all are undone the scheduler forgets the call.
  return { ...rest, exitFlags, ...(exitFlags.length > 0 && watched === true && { watched }) };
}

function farewellChecked(call: Call, settled: boolean, { now }: Moment): Call {
  if (call.farewell === undefined) return call;
  return settled ? { ...call, farewell: undefined } : { ...call, farewell: { ...call.farewell, at: now } };
}
