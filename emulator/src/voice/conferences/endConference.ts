import { endCall } from '../calls/endCall';
import type { Conference, EndReason } from '../model';
import type { VoiceState } from '../state';

/** Ends a conference: everyone leaves, calls that still rang for it are canceled, then each leg goes its way. */
export function endConference(
  state: VoiceState,
  conference: Conference,
  reason: EndReason,
  callSidEnding: string | null = null,
): void {
  if (conference.status === 'completed') return;
  const all = [...conference.participants.values()];
  const joined = all.filter(({ hasJoined }) => hasJoined);
  conference.status = 'completed';
  conference.dateUpdated = state.clock.now();
  conference.reasonEnded = reason;
  conference.callSidEnding = callSidEnding;
  conference.participants.clear();
  const isByApi = reason === 'conference-ended-via-api';
  for (const participant of joined) {
    participant.call.leave = () => undefined;
    state.events.emit({
      type: 'participant-left',
      participant,
      reason: isByApi ? 'conference_ended_via_api' : 'moderator_ended_conference',
      cause: 'conference-ended',
    });
  }
  state.events.emit({ type: 'conference-ended', conference });
  for (const participant of all) {
    if (participant.hasJoined) participant.onLeft();
    else endCall(state, participant.call, 'updated');
  }
}
