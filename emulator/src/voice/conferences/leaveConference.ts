import type { LeaveCause, Participant } from '../model';
import type { VoiceState } from '../state';
import { endConference } from './endConference';
import { joinedIn } from './joinedIn';

/** Takes a participant out, and ends the conference if it was the one that ends it, or the last. */
export function leaveConference(state: VoiceState, participant: Participant, cause: LeaveCause): void {
  const { conference, call, endConferenceOnExit } = participant;
  if (!conference.participants.delete(call.sid)) return;
  if (!participant.hasJoined) {
    state.events.emit({ type: 'participant-failed', participant });
    closeIfNobodyCame(state, participant);
    return;
  }
  call.leave = () => undefined;
  participant.dateUpdated = state.clock.now();
  const reason = cause === 'hung-up' ? 'participant_hung_up' : 'participant_updated_via_api';
  state.events.emit({ type: 'participant-left', participant, reason, isEndOfAll: false });
  const how = cause === 'kicked' ? 'kicked' : 'left';
  if (endConferenceOnExit) {
    endConference(state, conference, `participant-with-end-conference-on-exit-${how}`, participant);
  } else if (joinedIn(conference).length === 0) {
    endConference(state, conference, `last-participant-${how}`, participant);
  }
  if (cause === 'kicked') participant.onLeft();
}

/** A conference nobody ever joined is over without a word when its last ringing call fails. */
function closeIfNobodyCame(state: VoiceState, { conference }: Participant): void {
  if (conference.status !== 'init' || conference.participants.size > 0) return;
  conference.status = 'completed';
  conference.dateUpdated = state.clock.now();
}
