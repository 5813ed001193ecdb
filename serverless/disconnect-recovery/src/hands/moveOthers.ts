import type { MovedParticipant } from '@patchbay/shared/contracts';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';
import { joinTwiml } from '../twiml/joinTwiml';
import { conferenceOf } from './conferenceOf';
import type { Reach } from './reach';

/**
 * Everybody who is left on the old conference joins customer and agent, all at once. 1 read, 1 write per leg. Throws when
 * somebody could not be moved; a repeat moves who is left.
 */
export async function moveOthers(
  { voice }: Pick<Reach, 'voice'>,
  call: Call,
  { reconnectTaskSid }: Drop,
): Promise<readonly MovedParticipant[]> {
  if (reconnectTaskSid === undefined) return [];
  const twiml = joinTwiml(reconnectTaskSid);
  const legs = await voice.listParticipants(conferenceOf(call));
  const left = legs.filter(({ callSid }) => callSid !== call.customerCallSid);
  const moves = await Promise.allSettled(
    left.map(async ({ callSid }): Promise<MovedParticipant> => {
      const done = await voice.redirectCall(callSid, { twiml });
      return { participantCallSid: callSid, outcome: done === 'redirected' ? 'moved' : 'gone' };
    }),
  );
  const failed = moves.flatMap((move): unknown[] => (move.status === 'rejected' ? [move.reason] : []));
  if (failed.length > 0) throw failed[0];
  return moves.flatMap((move) => (move.status === 'fulfilled' ? [move.value] : []));
}
