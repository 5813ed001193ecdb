import type { Call, Participant } from '../model';
import type { VoiceState } from '../state';

/** The participant a call is, while it is in a conference. */
export function participantOf({ conferences }: VoiceState, call: Call): Participant | undefined {
  const participant = conferences.get(call.conferenceSid ?? '')?.participants.get(call.sid);
  return participant?.hasJoined ? participant : undefined;
}
