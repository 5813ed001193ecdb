import type { GivenInstruction } from '../../taskrouter/engine/operations';
import { callIn } from '../conferences/callIn';
import type { ParticipantInput } from '../conferences/createParticipant';
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
  const { call } = callIn(state, conference, {
    call: { from: options.text('From') ?? callerIdOf(state, task), to },
    participant: {
      ...voiceOf(options.text('SupervisorMode'), leg),
      role: { type: 'supervisor', taskSid: task.sid, workerSid },
    },
    onFailure({ status }) {
      if (status !== 'canceled') fail(`the call to the supervisor ended as ${status}`);
    },
  });
  call.taskSid = task.sid;
}
