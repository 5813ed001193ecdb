import type { Participant } from '../model';
import type { VoiceState } from '../state';

/** What can be changed about a participant; absent fields stay. */
export interface ParticipantChange {
  readonly muted?: boolean;
  readonly hold?: boolean;
  readonly holdUrl?: string | null;
  readonly endConferenceOnExit?: boolean;
  readonly beepOnExit?: boolean;
  readonly waitUrl?: string;
  readonly coaching?: boolean;
  readonly callSidToCoach?: string;
}

/**
 * Changes a participant and tells of each kind of change. While it is on hold, EndConferenceOnExit alone is answered
 * with success and changes nothing; together with Hold it sticks (twilio-go issue 259).
 */
export function changeParticipant(
  state: VoiceState,
  participant: Participant,
  change: ParticipantChange,
): void {
  const { muted, hold, holdUrl, endConferenceOnExit, beepOnExit, waitUrl, coaching, callSidToCoach } = change;
  participant.dateUpdated = state.clock.now();
  const isStuck = participant.hold && hold === undefined;
  if (muted !== undefined && muted !== participant.muted) {
    participant.muted = muted;
    state.events.emit({ type: 'participant-changed', participant, what: muted ? 'mute' : 'unmute' });
  }
  if (holdUrl !== undefined) participant.holdUrl = holdUrl;
  if (hold !== undefined && hold !== participant.hold) {
    participant.hold = hold;
    state.events.emit({ type: 'participant-changed', participant, what: hold ? 'hold' : 'unhold' });
  }
  const sticks = endConferenceOnExit !== undefined && !isStuck;
  if (sticks) participant.endConferenceOnExit = endConferenceOnExit;
  if (waitUrl !== undefined) participant.waitUrl = waitUrl;
  if (coaching !== undefined) participant.coaching = coaching;
  if (callSidToCoach !== undefined) participant.callSidToCoach = callSidToCoach;
  if (sticks || [beepOnExit, waitUrl, coaching, callSidToCoach].some((value) => value !== undefined)) {
    state.events.emit({ type: 'participant-changed', participant, what: 'modify' });
  }
}
