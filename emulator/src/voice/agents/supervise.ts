import type { GivenInstruction } from '../../taskrouter/engine/operations';
import { createCall } from '../calls/createCall';
import { dial } from '../calls/dial';
import { endCall } from '../calls/endCall';
import { createParticipant, type ParticipantInput } from '../conferences/createParticipant';
import { joinConference } from '../conferences/joinConference';
import { leaveConference } from '../conferences/leaveConference';
import type { AgentLeg, VoiceState } from '../state';
import { callerIdOf, contactOf } from './contactOf';
import type { InstructionOptions } from './readOptions';

/** 40114: the instruction can't be carried out, e.g. nobody to call. */
const INSTRUCTION_FAILED = 40_114;

/** What a SupervisorMode makes of the supervisor's leg (Reservation resource, `SupervisorMode`); listens unless told. */
function voiceOf(mode: string | undefined, { call }: AgentLeg): Partial<ParticipantInput> {
  if (mode === 'whisper') return { coaching: true, callSidToCoach: call.sid };
  return { muted: mode !== 'barge' };
}

/** Calls a supervisor into the conference of a worker's call. Once he is in or his telephone rings, again does nothing. */
export function supervise(state: VoiceState, given: GivenInstruction, options: InstructionOptions): void {
  const { workspaceSid, reservation, task } = given;
  const fail = (why: string): void => {
    state.alert(INSTRUCTION_FAILED, `Reservation ${reservation.sid} can't be supervised: ${why}`);
  };
  const leg = state.legs.get(reservation.sid);
  const conference = leg?.participant?.hasJoined ? leg.participant.conference : undefined;
  if (!leg || !conference) {
    fail('its worker is in no conference');
    return;
  }
  const workerSid = options.text('Supervisor') ?? '';
  const to = options.text('To') ?? contactOf(state, workspaceSid, workerSid);
  if (to === undefined) {
    fail('the supervisor has no contact_uri');
    return;
  }
  const isAsked = [...conference.participants.values()].some(
    ({ role }) => role?.type === 'supervisor' && role.workerSid === workerSid,
  );
  if (isAsked) return;
  const from = options.text('From') ?? callerIdOf(state, task);
  const call = createCall(state, { from, to, direction: 'outbound-api', callback: null });
  call.taskSid = task.sid;
  const supervisor = createParticipant(state, conference, call, {
    ...voiceOf(options.text('SupervisorMode'), leg),
    role: { type: 'supervisor', taskSid: task.sid, workerSid },
    onLeft() {
      endCall(state, call, 'updated');
    },
  });
  dial(state, call, {
    onAnswer() {
      joinConference(state, supervisor);
    },
    onFailure() {
      leaveConference(state, supervisor, 'updated');
      if (call.status !== 'canceled') fail(`the call to the supervisor ended as ${call.status}`);
    },
  });
}
