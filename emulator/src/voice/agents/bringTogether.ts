import { endCall } from '../calls/endCall';
import { changeParticipant } from '../conferences/changeParticipant';
import { createParticipant } from '../conferences/createParticipant';
import { joinConference } from '../conferences/joinConference';
import type { Participant } from '../model';
import type { AgentLeg, VoiceState } from '../state';
import { writeConference } from './writeConference';

/** Puts an answered worker into the task's conference, and the caller with him if he still waits. */
export function bringTogether(
  state: VoiceState,
  leg: AgentLeg,
  worker: Participant,
  endConferenceOnCustomerExit: boolean,
): void {
  if (!joinConference(state, worker)) return;
  const caller = state.callers.get(leg.taskSid);
  if (caller?.isWaiting) {
    caller.isWaiting = false;
    caller.call.errand += 1;
    joinConference(
      state,
      createParticipant(state, worker.conference, caller.call, {
        endConferenceOnExit: endConferenceOnCustomerExit,
        role: { type: 'customer', taskSid: leg.taskSid },
        onLeft() {
          endCall(state, caller.call, 'updated');
        },
      }),
    );
  } else if (caller?.isHeldForTransfer) {
    caller.isHeldForTransfer = false;
    const customer = worker.conference.participants.get(caller.call.sid);
    if (customer) changeParticipant(state, customer, { hold: false });
  }
  writeConference(state, leg, worker.conference);
}
