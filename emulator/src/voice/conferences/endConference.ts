import { endCall } from '../calls/endCall';
import type { Conference, EndReason, Participant } from '../model';
import type { VoiceState } from '../state';
import { joinedIn } from './joinedIn';

/** Ends a conference: everyone leaves, calls that still rang for it are canceled, then each leg goes its way. */
export function endConference(
  state: VoiceState,
  conference: Conference,
  reason: EndReason,
  endedBy: Participant | null = null,
): void {
  if (conference.status === 'completed') return;
  const all = [...conference.participants.values()];
  const joined = joinedIn(conference);
  conference.status = 'completed';
  conference.dateUpdated = state.clock.now();
  conference.reasonEnded = reason;
  conference.endedBy = endedBy;
  conference.participants.clear();
  const tellEnd = (): void => {
    state.events.emit({ type: 'conference-ended', conference });
  };
  if (state.options.conferenceEnd === 'early') tellEnd();
  for (const participant of joined) {
    participant.call.leave = () => undefined;
    state.events.emit({
      type: 'participant-left',
      participant,
      reason: endedBy ? 'moderator_ended_conference' : 'conference_ended_via_api',
      isEndOfAll: true,
    });
  }
  if (state.options.conferenceEnd === 'last') tellEnd();
  for (const participant of all) {
    if (participant.hasJoined) participant.onLeft();
    else endCall(state, participant.call, 'updated');
  }
}
