import type { Call } from '../recovery/call';
import type { CallEvent } from '../recovery/event';
import { isAnotherComing, seatOfWorker } from '../recovery/roster';
import { conferenceOf } from './conferenceOf';
import type { Reach } from './reach';

/** Ends a conference in which a hang-up in order has left the customer alone. 1 read, 1 write. */
export async function endIfAlone({ voice }: Reach, call: Call): Promise<readonly CallEvent[]> {
  const { farewell } = call;
  if (farewell === undefined) return [];
  const legs = await voice.listParticipants(conferenceOf(call));
  const seat = seatOfWorker(call, farewell.workerSid);
  const isStillOn = seat?.callSid !== undefined && legs.some(({ callSid }) => callSid === seat.callSid);
  const waits = isStillOn || call.transferring || isAnotherComing(call, farewell.workerSid);
  if (waits && legs.length > 0) return [{ type: 'farewell_checked', settled: false }];
  const [last, ...others] = legs;
  const isCustomer = last !== undefined && last.callSid === (call.customerCallSid ?? last.callSid);
  if (!isCustomer || others.length > 0) return [{ type: 'farewell_checked', settled: true }];
  await voice.endConference(last.conferenceSid);
  return [
    { type: 'farewell_checked', settled: true },
    { type: 'conference_ended', byApi: true },
  ];
}
