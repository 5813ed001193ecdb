import type { GivenInstruction } from '../../taskrouter/engine/operations';
import { CALL_EVENTS } from '../callback';
import { redirectCall } from '../calls/redirectCall';
import { followTwiml } from '../program/followTwiml';
import type { VoiceState } from '../state';
import { callbackOf } from './callbackOf';
import { confer, dequeue } from './confer';
import { dialWorker } from './dialWorker';
import { readOptions, type InstructionOptions } from './readOptions';
import { supervise } from './supervise';

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
