import type { Call } from './call';
import { isOpen } from './drop';
import type { EventOf, Moment } from './event';
import { dismissDrop, endDrop, suspend, withDrop } from './phases';
import { isAnotherOn, knownSeat, seatOfCall, seatOfWorker, withSeat } from './roster';
import { withoutTransfer } from './transferring';

/** The agent's page says that its worker is on the call. A repeat changes nothing. */
export function registered(call: Call, event: EventOf<'registered'>, moment: Moment): Call {
  const seat = seatOfWorker(call, event.workerSid);
  // A registration that was under way while its leg dropped does not bring the leg back.
  const hasLeft = seat?.presence === 'left' && (seat.callSid === undefined || seat.callSid === event.callSid);
  const isGone = hasLeft || call.drop?.callSid === event.callSid;
  const { goodbye, ...known } = knownSeat(seat, event, isGone ? 'left' : 'on');
  // To register again takes a goodbye back; a first registration that comes late does not.
  const stays = goodbye !== undefined && (isGone || seat?.callSid === undefined);
  const next = { ...known, callSid: event.callSid, ...(stays && { goodbye }) };
  const facts = {
    conferenceSid: call.conferenceSid ?? event.conferenceSid,
    customerCallSid: call.customerCallSid ?? event.customerCallSid,
    workflowSid: call.workflowSid ?? event.workflowSid,
  };
  if (same(seat, next) && same({ ...call, ...facts }, call)) return call;
  const isBack = call.farewell?.workerSid === event.workerSid && !stays;
  const farewell = isBack ? undefined : call.farewell;
  return joinedBy(withSeat({ ...call, ...facts, farewell }, next), event.workerSid, moment);
}

/** A worker accepted the call's task. Written only where it matters: while another worker has a part in the call. */
export function accepted(call: Call, event: EventOf<'accepted'>, moment: Moment): Call {
  const seat = seatOfWorker(call, event.workerSid);
  if (seat?.reservationSid === event.reservationSid) return call;
  if (!call.seats.some(({ workerSid }) => workerSid !== event.workerSid)) return call;
  const { callSid: _old, goodbye: _older, ...known } = knownSeat(seat, event, 'coming');
  const next = withSeat(withoutTransfer(call), known);
  if (!isOpen(next.drop) || next.drop.workerSid === event.workerSid) return next;
  return withDrop(next, suspend(next.drop, moment));
}

/** A leg joined. Only somebody unknown who comes while a drop is open makes a difference. */
export function joined(call: Call, event: EventOf<'joined'>, moment: Moment): Call {
  const { callSid, conferenceSid } = event;
  const known = call.conferenceSid === undefined ? { ...call, conferenceSid } : call;
  const { drop } = known;
  const isExpected = callSid === known.customerCallSid || callSid === drop?.callSid;
  const waits = isOpen(drop) && (drop.phase === 'pinging' || drop.phase === 'suspended');
  if (!waits || isExpected || seatOfCall(known, callSid)?.presence === 'on') return known;
  // With no worker on the call there is nobody who could call a third party in: it is the one who was about to come.
  const [comer, ...others] = known.seats.filter(({ presence }) => presence === 'coming');
  if (comer !== undefined && others.length === 0) {
    return joinedBy(withSeat(known, { ...comer, callSid, presence: 'on' }), comer.workerSid, moment);
  }
  return drop.recheck ? known : withDrop(known, { ...drop, recheck: true });
}

/** A worker whose page is on the call has it: a drop of another one is over. */
function joinedBy(call: Call, workerSid: Parameters<typeof isAnotherOn>[1], moment: Moment): Call {
  const { drop } = call;
  if (!isOpen(drop) || drop.workerSid === workerSid || !isAnotherOn(call, drop.workerSid)) return call;
  const waits = drop.phase === 'examining' || drop.phase === 'pinging' || drop.phase === 'suspended';
  if (!waits) return call;
  const isKnown = drop.firstAnnouncedAt !== undefined || drop.done.includes('index_open');
  return isKnown ? withDrop(call, endDrop(drop, 'taken_over', moment, workerSid)) : dismissDrop(call);
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
