import type { Instruction, Task } from '../../taskrouter/engine/model';
import type { GivenInstruction } from '../../taskrouter/engine/operations';
import { CALL_EVENTS, CONFERENCE_EVENTS } from '../callback';
import { endCall } from '../calls/endCall';
import { redirectCall } from '../calls/redirectCall';
import { createParticipant } from '../conferences/createParticipant';
import { openConference } from '../conferences/openConference';
import { followTwiml } from '../program/followTwiml';
import type { VoiceState } from '../state';
import { bringTogether } from './bringTogether';
import { callbackOf } from './callbackOf';
import { dialWorker } from './dialWorker';
import { readOptions, type InstructionOptions } from './readOptions';
import { supervise } from './supervise';
import { writeAttributes } from './writeConference';

interface Ends {
  readonly worker: boolean;
  readonly customer: boolean;
}

/** Dials the worker into the conference named by the task. */
function confer(state: VoiceState, given: GivenInstruction, options: InstructionOptions, ends: Ends): void {
  const { task, reservation } = given;
  dialWorker(state, {
    given,
    options,
    callback: callbackOf(options, 'StatusCallback', CALL_EVENTS),
    prepare(call) {
      return createParticipant(state, openConference(state, task.sid), call, {
        founding: { callback: callbackOf(options, 'ConferenceStatusCallback', CONFERENCE_EVENTS) },
        muted: options.flag('Muted', false),
        startConferenceOnEnter: options.flag('StartConferenceOnEnter', true),
        endConferenceOnExit: ends.worker,
        waitUrl: options.text('WaitUrl') ?? null,
        role: {
          type: 'worker',
          taskSid: task.sid,
          workerSid: reservation.workerSid,
          reservationSid: reservation.sid,
        },
        onLeft() {
          endCall(state, call, 'updated');
        },
      });
    },
    onAnswer(leg) {
      if (leg.participant) bringTogether(state, leg, leg.participant, ends.customer);
    },
  });
}

/** `dequeue` bridges two legs: here through a conference that ends when either leaves, which comes to the same. */
function dequeue(state: VoiceState, given: GivenInstruction, options: InstructionOptions): void {
  confer(state, given, options, { worker: true, customer: true });
  const leg = state.legs.get(given.reservation.sid);
  if (leg) writeAttributes(state, leg, { worker_call_sid: leg.call.sid });
}

/** `call` has the worker's leg follow TwiML; the caller stays where he is. */
function callWorker(state: VoiceState, given: GivenInstruction, options: InstructionOptions): void {
  const url = options.text('Url');
  if (url === undefined) {
    state.alert(40_114, `Reservation ${given.reservation.sid}: a call instruction needs a url`);
    return;
  }
  dialWorker(state, {
    given,
    options,
    callback: callbackOf(options, 'StatusCallback', CALL_EVENTS),
    prepare: () => null,
    onAnswer({ call }) {
      followTwiml(state, call, { url, method: 'POST' });
    },
  });
}

/** 40121: the call of a redirect instruction isn't in progress. */
const REDIRECT_FAILED = 40_121;

function redirect(state: VoiceState, { reservation }: GivenInstruction, options: InstructionOptions): void {
  const call = state.calls.get(options.text('CallSid') ?? '');
  const url = options.text('Url');
  if (!call || url === undefined || !redirectCall(state, call, { url, method: 'POST' })) {
    state.alert(REDIRECT_FAILED, `Reservation ${reservation.sid}: the call could not be redirected`);
  }
}

/** Carries out what reservations are told, as far as it concerns calls (docs: Handle Assignment Callbacks). */
export function carryOut(state: VoiceState, given: GivenInstruction): void {
  const { name, parameters } = given.instruction;
  const options = readOptions(name, parameters);
  switch (name) {
    case 'conference':
      confer(state, given, options, {
        worker: options.flag('EndConferenceOnExit', false),
        customer: options.flag('EndConferenceOnCustomerExit', false),
      });
      return;
    case 'dequeue':
      dequeue(state, given, options);
      return;
    case 'call':
      callWorker(state, given, options);
      return;
    case 'redirect':
      redirect(state, given, options);
      return;
    case 'supervise':
      supervise(state, given, options);
      return;
    default:
      return;
  }
}

/** Whether a reservation with this instruction is accepted only when its worker answers: for tasks that are calls. */
export function awaitsAnswer(state: VoiceState, instruction: Instruction, task: Task): boolean {
  if (!state.callers.has(task.sid)) return false;
  if (instruction.name === 'call') return !readOptions('call', instruction.parameters).flag('Accept', false);
  return instruction.name === 'conference' || instruction.name === 'dequeue';
}
