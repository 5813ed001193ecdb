import type { Call, EndStatus, LeaveCause } from '../model';
import type { VoiceState } from '../state';
import { finishCall, hasEnded } from './callStatus';
import { takeOut } from './takeOut';

/** Ends a leg wherever it is: in a conference, in a queue, ringing, in the middle of its TwiML. */
export function endCall(
  state: VoiceState,
  call: Call,
  cause: LeaveCause,
  status: EndStatus = statusFor(call),
): void {
  if (hasEnded(call)) return;
  takeOut(call, cause);
  if (!hasEnded(call)) finishCall(state, call, status);
}

/** A call that was never answered is canceled. */
const statusFor = ({ status }: Call): EndStatus => (status === 'in-progress' ? 'completed' : 'canceled');
