import type { Call, Seat } from './call';
import { isOpen } from './drop';
import type { EventOf, Moment } from './event';
import { endDrop, handOver, withDrop } from './phases';
import { seatOfWorker, withSeat } from './roster';

/** The agent leaves in order. Late, it still ends a drop whose caller has not been sent to the queue yet. */
export function deregistered(
  call: Call,
  { workerSid, intent }: EventOf<'deregistered'>,
  moment: Moment,
): Call {
  const seat: Seat = seatOfWorker(call, workerSid) ?? { workerSid, name: '', presence: 'on' };
  if (seat.goodbye?.intent === intent) return call;
  const goodbye = { intent, at: moment.now };
  const noted = withSeat(call, { ...seat, goodbye });
  const { drop } = noted;
  const isItsDrop = isOpen(drop) && drop.workerSid === workerSid;
  if (isItsDrop && (drop.phase === 'moving' || drop.phase === 'queued')) return noted;
  if (intent === 'transfer') {
    const next = { ...noted, transferring: true };
    return isItsDrop ? withDrop(next, handOver(drop, moment)) : next;
  }
  const leaving = noted.over ? noted : { ...noted, farewell: { workerSid, at: moment.now } };
  return isItsDrop ? withDrop(leaving, endDrop(drop, 'graceful', moment)) : leaving;
}
