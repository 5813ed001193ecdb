import { createCall, type CallInput } from '../calls/createCall';
import { dial } from '../calls/dial';
import { endCall } from '../calls/endCall';
import type { Call, Conference, Participant } from '../model';
import type { VoiceState } from '../state';
import { createParticipant, type ParticipantInput } from './createParticipant';
import { joinConference } from './joinConference';
import { leaveConference } from './leaveConference';

export interface CallIn {
  readonly call: Omit<CallInput, 'direction'>;
  readonly participant: Omit<ParticipantInput, 'onLeft'>;
  /** Seconds to ring; 60 unless given. */
  readonly timeout?: number | undefined;
  /** Runs when nobody answered; the call's status says why. */
  readonly onFailure?: (call: Call) => void;
}

/** Calls somebody into a conference, who is in as soon as he answers; out of it, his call is over. */
export function callIn(
  state: VoiceState,
  conference: Conference,
  { call: callInput, participant: input, timeout, onFailure }: CallIn,
): Participant {
  const call = createCall(state, { ...callInput, direction: 'outbound-api' });
  const participant = createParticipant(state, conference, call, {
    ...input,
    onLeft() {
      endCall(state, call, 'updated');
    },
  });
  dial(state, call, {
    timeout,
    onAnswer() {
      joinConference(state, participant);
    },
    onFailure() {
      leaveConference(state, participant, 'updated');
      onFailure?.(call);
    },
  });
  return participant;
}
