import type { Call } from './call';
import { isOpen } from './drop';
import type { EventOf, Moment } from './event';
import { beginDrop, dismissDrop, endDrop, handOver, withDrop } from './phases';
import { isAnotherOn, knownSeat, seatOfCall, seatOfWorker, withoutPresence, withSeat } from './roster';

/** A leg left the conference: is that a drop? */
export function left(call: Call, event: EventOf<'left'>, moment: Moment): Call {
  if (event.callSid === call.customerCallSid) return customerLeft(call, event, moment);
  const seat = seatOfCall(call, event.callSid);
  const after = withoutPresence(call, seat?.workerSid);
  if (call.over) return after;
  const leaver = after.seats.find(({ goodbye }) => goodbye?.intent === 'hangup');
  // The third party whom an agent's hang-up had left with the customer.
  if (seat === undefined && leaver !== undefined && !isAnotherOn(after, undefined)) {
    return { ...after, farewell: { workerSid: leaver.workerSid, at: moment.now } };
  }
  const isByTransfer = seat !== undefined && isTakenByTransfer(after, event);
  if (event.why !== 'hung_up' && !isByTransfer) return takenAway(after, event, moment);
  if (isOpen(call.drop)) return leftMeanwhile(after, call.drop.workerSid === seat?.workerSid);
  // A third party, or a worker who leaves the caller with another one.
  if (isAnotherOn(after, seat?.workerSid)) return after;
  if (seat?.goodbye?.intent === 'hangup' || isRecovered(call, event.callSid)) return after;
  return suspect(
    after,
    { id: event.dropId, at: event.at, callSid: event.callSid },
    seat,
    moment,
    isByTransfer,
  );
}

/** A worker's reservation is in wrap-up: the second trigger, for when the callback was lost. */
export function wrappedUp(call: Call, event: EventOf<'wrapped_up'>, moment: Moment): Call {
  const { drop } = call;
  const seat = seatOfWorker(call, event.workerSid);
  if (call.over) return call;
  if (isOpen(drop)) {
    const isTheSame = drop.workerSid === undefined || drop.workerSid === event.workerSid;
    return leftMeanwhile(withoutPresence(call, event.workerSid), isTheSame);
  }
  const known = seat?.reservationSid === undefined || seat.reservationSid === event.reservationSid;
  if (!known) return call;
  const after = withoutPresence(call, event.workerSid);
  const isWanted = seat?.goodbye?.intent === 'hangup' || seat?.removed === true;
  if (isWanted || isAnotherOn(after, event.workerSid)) return after;
  const who = knownSeat(seat, event, 'left');
  return suspect(withSeat(after, who), { id: event.dropId, at: event.at }, who, moment);
}

/** Kicked, moved or ended with the conference: somebody wanted that, and a recovery of this leg was begun by mistake. */
function takenAway(call: Call, { callSid }: EventOf<'left'>, moment: Moment): Call {
  const seat = seatOfCall(call, callSid);
  const noted = seat === undefined ? call : withSeat(call, { ...seat, removed: true });
  const { drop } = noted;
  if (!isOpen(drop) || drop.callSid !== callSid) return noted;
  if (drop.phase === 'examining') return dismissDrop(noted);
  const isWaiting = drop.phase === 'pinging' || drop.phase === 'suspended';
  return isWaiting ? withDrop(noted, endDrop(drop, 'closed', moment)) : noted;
}

/** Twilio takes the leg of whoever begins a cold transfer off the call by itself. */
const isTakenByTransfer = ({ transferring }: Call, { why }: EventOf<'left'>): boolean =>
  transferring && (why === 'moved' || why === 'removed');

/**
 * With the kill switch on, what happens without us happens: the call ends with its agent. Who left by a transfer is waited
 * for in silence: somebody else is about to have the call, and if nobody comes the caller must not stay alone.
 */
export function suspect(
  call: Call,
  about: Parameters<typeof beginDrop>[1],
  seat: Parameters<typeof beginDrop>[2],
  moment: Moment,
  isByTransfer = false,
): Call {
  const isTransferred =
    seat !== undefined && (isByTransfer || seatOfWorker(call, seat.workerSid)?.goodbye !== undefined);
  if (moment.rules.enabled) {
    const begun = beginDrop(call, about, seat, moment);
    return isTransferred && begun.drop ? withDrop(begun, handOver(begun.drop, moment)) : begun;
  }
  if (seat === undefined || isTransferred) return call;
  return { ...call, farewell: { workerSid: seat.workerSid, at: moment.now } };
}

/** While a drop is open somebody else than its worker went: who is left has to be looked at again. */
const leftMeanwhile = (call: Call, isTheSame: boolean): Call =>
  isTheSame || !isOpen(call.drop) || call.drop.phase !== 'suspended' || call.drop.recheck
    ? call
    : withDrop(call, { ...call.drop, recheck: true });

/** The leg of a drop that has been dealt with. */
const isRecovered = ({ drop }: Call, callSid: string): boolean => drop?.callSid === callSid;

/** The customer's leg left: hung up, sent on, or sent to the queue by ourselves. */
function customerLeft(call: Call, { why }: EventOf<'left'>, moment: Moment): Call {
  const { drop } = call;
  if (!isOpen(drop)) return call.over ? call : { ...call, over: true };
  switch (drop.phase) {
    case 'examining':
      return dismissDrop({ ...call, over: true });
    case 'pinging':
    case 'suspended': {
      const outcome = why === 'moved' ? 'closed' : 'hung_up';
      return { ...call, over: true, drop: endDrop(drop, outcome, moment) };
    }
    case 'moving':
      // Our redirect looks like this; its holder knows, and else the queue will say so.
      if (why !== 'hung_up' || drop.enqueue.state === 'done') return call;
      return { ...call, over: true, drop: endDrop(drop, 'hung_up', moment) };
    default:
      return call;
  }
}

/** The conference is over. Our own redirect ends it too. */
export function conferenceEnded(before: Call, event: EventOf<'conference_ended'>, moment: Moment): Call {
  const { byApi, endedBy } = event;
  const call: Call =
    isUnsaved(before, endedBy) && moment.rules.enabled ? { ...before, unsaved: 'noticed' } : before;
  const { drop } = call;
  if (!isOpen(drop)) return call.over ? call : { ...call, over: true };
  switch (drop.phase) {
    case 'examining':
      return dismissDrop({ ...call, over: true });
    case 'pinging':
    case 'suspended':
      return { ...call, over: true, drop: endDrop(drop, byApi ? 'closed' : 'hung_up', moment) };
    default:
      return call;
  }
}

/** A worker's leg ended the call by leaving, and its page had not said that it would: nothing is left to bring back. */
function isUnsaved(call: Call, endedBy: EventOf<'conference_ended'>['endedBy']): boolean {
  if (call.unsaved !== undefined || endedBy === undefined) return false;
  const seat = seatOfCall(call, endedBy);
  return seat !== undefined && seat.goodbye === undefined && seat.removed !== true;
}
