import type { Conference, Participant } from '../model';
import type { VoiceState } from '../state';
import { joinedIn } from './joinedIn';
import { leaveConference } from './leaveConference';

/** 16025: "Conference participant with the same label already exists"; 16020: "Conference is full". */
const DUPLICATE_LABEL = 16_025;
const FULL = 16_020;

/** Lets an answered leg in; false, and the leg is on its own again, when its label is taken or the place is full. */
export function joinConference(state: VoiceState, participant: Participant): boolean {
  const { conference, call, label } = participant;
  if (conference.status === 'init') found(participant);
  const others = joinedIn(conference);
  const isTaken = label !== null && others.some((other) => other.label === label);
  if (isTaken || others.length >= conference.maxParticipants) {
    conference.participants.delete(call.sid);
    state.alert(isTaken ? DUPLICATE_LABEL : FULL, `Call ${call.sid} could not join ${conference.sid}`);
    participant.onLeft();
    return false;
  }
  const now = state.clock.now();
  participant.hasJoined = true;
  participant.dateUpdated = now;
  conference.dateUpdated = now;
  call.leave = (cause) => {
    leaveConference(state, participant, cause);
  };
  state.events.emit({ type: 'participant-joined', participant });
  startWhenReady(state, conference);
  return true;
}

/** Only what the first to join brings counts (TwiML: Conference, statusCallback). */
function found({ conference, founding }: Participant): void {
  conference.status = 'in-progress';
  conference.callback = founding.callback ?? null;
  conference.maxParticipants = founding.maxParticipants ?? conference.maxParticipants;
}

/** It starts with two participants, one of whom starts it (TwiML: startConferenceOnEnter). */
function startWhenReady(state: VoiceState, conference: Conference): void {
  const joined = joinedIn(conference);
  if (conference.hasStarted || joined.length < 2) return;
  if (!joined.some(({ startConferenceOnEnter }) => startConferenceOnEnter)) return;
  conference.hasStarted = true;
  state.events.emit({ type: 'conference-started', conference });
}
