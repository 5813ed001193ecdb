import type { Call, Seat } from './call';
import { isOpen } from './drop';
import type { EventOf, Moment } from './event';
import { suspect } from './leaving';
import { suspend, withDrop } from './phases';
import { withSeat } from './roster';
import { MAX_ENDED_TRANSFERS } from './rules';

/** An initiated transfer: somebody is about to get the call. */
export function transferStarted(call: Call, event: EventOf<'transfer_started'>, moment: Moment): Call {
  const { drop, endedTransfers = [] } = call;
  const { transferSid } = event;
  if (call.over || (transferSid !== undefined && endedTransfers.includes(transferSid))) return call;
  const isKnown = call.transferring && call.routed?.transferSid === transferSid;
  if (isKnown && drop?.phase !== 'pinging') return call;
  const routed = isKnown || transferSid === undefined ? call.routed : { transferSid, since: moment.now };
  const next = { ...call, transferring: true, routed };
  return isOpen(drop) ? withDrop(next, suspend(drop, moment)) : leftAlone(next, event, moment, true);
}

/**
 * It is over; a drop that waited for it is looked at again. After a failure nobody leaves because of it any more, and who had
 * left because of it has left the caller alone.
 */
export function transferEnded(call: Call, event: EventOf<'transfer_ended'>, moment: Moment): Call {
  const { drop } = call;
  const ended = withoutTransfer(call, event.transferSid);
  if (!event.failed) return ended;
  const next = ended.seats.some(isLeavingByTransfer)
    ? { ...ended, seats: ended.seats.map((seat) => (isLeavingByTransfer(seat) ? stayed(seat) : seat)) }
    : ended;
  if (!isOpen(drop)) return leftAlone(next, event, moment, false);
  const waits = drop.phase === 'suspended' && !drop.recheck;
  return waits ? withDrop(next, { ...drop, recheck: true }) : next;
}

/**
 * Twilio takes the leg of whoever begins a cold transfer off the call by itself, which looks as if somebody had removed it,
 * and says so sooner than that a transfer has begun.
 */
function leftAlone(
  call: Call,
  { dropId: id }: { readonly dropId: string },
  moment: Moment,
  isUnderWay: boolean,
): Call {
  if (call.over || call.seats.some(({ presence }) => presence !== 'left')) return call;
  const leaver = call.seats.findLast(({ removed }) => removed === true);
  if (leaver === undefined || call.drop?.callSid === leaver.callSid) return call;
  const { removed: _sent, ...seat } = leaver;
  return suspect(withSeat(call, seat), { id, at: moment.now }, seat, moment, isUnderWay);
}

/** Nobody is about to get the call any more; what is told of the beginning of this transfer from now on comes late. */
export function withoutTransfer(call: Call, transferSid = call.routed?.transferSid): Call {
  const { routed, endedTransfers = [] } = call;
  const isOther = routed !== undefined && routed.transferSid !== transferSid;
  const isNews = transferSid !== undefined && !endedTransfers.includes(transferSid);
  if (!isNews && (isOther || !call.transferring)) return call;
  return {
    ...call,
    ...(!isOther && { transferring: false, routed: undefined }),
    ...(isNews && { endedTransfers: [...endedTransfers, transferSid].slice(-MAX_ENDED_TRANSFERS) }),
  };
}

const isLeavingByTransfer = ({ presence, goodbye }: Seat): boolean =>
  presence === 'on' && goodbye?.intent === 'transfer';

const stayed = ({ goodbye: _void, ...seat }: Seat): Seat => seat;
