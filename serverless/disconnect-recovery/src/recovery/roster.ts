import type { CallSid, ReservationSid, WorkerSid } from '@patchbay/shared/contracts';
import type { Call, Seat } from './call';
import { MAX_SEATS } from './rules';

export const seatOfWorker = ({ seats }: Call, workerSid: WorkerSid | undefined): Seat | undefined =>
  workerSid === undefined ? undefined : seats.find((seat) => seat.workerSid === workerSid);

export const seatOfCall = ({ seats }: Call, callSid: CallSid): Seat | undefined =>
  seats.find((seat) => seat.callSid === callSid);

/** Another worker than this one is on the call, as far as anybody has told. */
export const isAnotherOn = ({ seats }: Call, workerSid: WorkerSid | undefined): boolean =>
  seats.some((seat) => seat.presence === 'on' && seat.workerSid !== workerSid);

/** Another worker has accepted the call and has not joined yet. */
export const isAnotherComing = ({ seats }: Call, workerSid: WorkerSid | undefined): boolean =>
  seats.some((seat) => seat.presence === 'coming' && seat.workerSid !== workerSid);

/**
 * The call with this seat in place of the worker's earlier one. Above the limit the one that has been gone for the longest
 * time makes room.
 */
export function withSeat(call: Call, seat: Seat): Call {
  const known = call.seats.some(({ workerSid }) => workerSid === seat.workerSid);
  if (known) {
    const seats = call.seats.map((other) => (other.workerSid === seat.workerSid ? seat : other));
    return { ...call, seats };
  }
  const seats = [...call.seats, seat];
  if (seats.length <= MAX_SEATS) return { ...call, seats };
  const gone = Math.max(
    0,
    seats.findIndex(({ presence }) => presence === 'left'),
  );
  return { ...call, seats: seats.filter((_seat, index) => index !== gone) };
}

/** The call after this worker's leg has gone, if it has a seat. */
export function withoutPresence(call: Call, workerSid: WorkerSid | undefined): Call {
  const seat = seatOfWorker(call, workerSid);
  return seat === undefined || seat.presence === 'left'
    ? call
    : withSeat(call, { ...seat, presence: 'left' });
}

/** What is newly known of a worker; what was known stays where nothing newer is said. */
export const knownSeat = (
  seat: Seat | undefined,
  news: {
    readonly workerSid: WorkerSid;
    readonly name: string;
    readonly reservationSid: ReservationSid;
    readonly phone?: Seat['phone'];
  },
  presence: Seat['presence'],
): Seat => {
  // What the page said of its own leg is better than what the worker's settings say now.
  const phone = seat?.phone ?? news.phone;
  return {
    ...seat,
    workerSid: news.workerSid,
    name: news.name === '' ? (seat?.name ?? '') : news.name,
    reservationSid: news.reservationSid,
    presence,
    ...(phone !== undefined && { phone }),
  };
};
