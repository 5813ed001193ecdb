import type { Call } from '../model';
import { followTwiml, type TwimlSource } from '../program/followTwiml';
import type { VoiceState } from '../state';
import { takeOut } from './takeOut';

/**
 * Takes a call in progress out of whatever it does, conference and waiting line included, and has it follow other
 * TwiML. False when it isn't in progress.
 */
export function redirectCall(state: VoiceState, call: Call, source: TwimlSource): boolean {
  if (call.status !== 'in-progress') return false;
  takeOut(call, 'updated');
  followTwiml(state, call, source);
  return true;
}
