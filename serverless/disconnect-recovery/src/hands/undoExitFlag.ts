import type { CallSid } from '@patchbay/shared/contracts';
import type { Call } from '../recovery/call';
import type { CallEvent } from '../recovery/event';
import { conferenceOf } from './conferenceOf';
import type { Reach } from './reach';

/**
 * Flex lets the agent's leg end the conference whenever two or fewer are on it; that is taken back, and read again: while
 * somebody is on hold Twilio answers 200 and changes nothing, and the next event tries again. 1 write, 1 read.
 */
export async function undoExitFlag(
  { voice, log }: Reach,
  call: Call,
  callSid: CallSid,
): Promise<readonly CallEvent[]> {
  const conference = conferenceOf(call);
  const changed = await voice.updateParticipant(conference, callSid, { endConferenceOnExit: false });
  const leg = changed && (await voice.fetchParticipant(conference, callSid));
  if (leg?.endConferenceOnExit !== true) return [{ type: 'exit_flag_undone', callSid }];
  log.warn('exit_flag_stays', { hold: leg.hold });
  return [];
}
