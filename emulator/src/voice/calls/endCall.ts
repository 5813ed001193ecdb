import { forgetOldest } from '../forgetOldest';
import { ENDED_KEPT } from '../limits';
import type { Call, EndStatus, LeaveCause } from '../model';
import type { VoiceState } from '../state';
import { hasEnded } from './callStatus';
import { takeOut } from './takeOut';

/** Ends a leg wherever it is: in a conference, in a queue, ringing, in the middle of its TwiML. */
export function endCall(
  state: VoiceState,
  call: Call,
  cause: LeaveCause,
  status: EndStatus = statusFor(call),
): void {
  if (hasEnded(call)) return;
  const now = state.clock.now();
  // Before it leaves where it is: whoever hears of that is told how the call ended.
  call.status = status;
  call.dateUpdated = now;
  call.startTime ??= now;
  call.endTime = now;
  call.sound = { silence: true };
  takeOut(call, cause);
  state.events.emit({ type: 'call-ended', call });
  forgetOldest(state.calls, hasEnded, ENDED_KEPT);
}

/** A call that was never answered is canceled. */
const statusFor = ({ status }: Call): EndStatus => (status === 'in-progress' ? 'completed' : 'canceled');
