import type { Call, CallStatus, EndStatus } from '../model';
import { forgetOldest } from '../forgetOldest';
import { ENDED_KEPT } from '../limits';
import type { VoiceState } from '../state';

const ENDED: readonly CallStatus[] = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/** Whether a call is over, however it ended. */
export const hasEnded = ({ status }: Call): boolean => ENDED.includes(status);

/** Moves a call on to ringing or in-progress and tells of it. */
export function progressCall(state: VoiceState, call: Call, status: 'ringing' | 'in-progress'): void {
  const now = state.clock.now();
  call.status = status;
  call.dateUpdated = now;
  if (status === 'in-progress') {
    call.startTime = now;
    call.sound = { silence: true };
  }
  state.events.emit({ type: 'call-changed', call });
}

/** Marks a call as over, tells of it, and forgets the oldest ended ones. Where the leg was is the caller's matter. */
export function finishCall(state: VoiceState, call: Call, status: EndStatus): void {
  const now = state.clock.now();
  call.status = status;
  call.dateUpdated = now;
  call.startTime ??= now;
  call.endTime = now;
  call.sound = { silence: true };
  call.errand += 1;
  call.leave = () => undefined;
  state.events.emit({ type: 'call-ended', call });
  forgetOldest(state.calls, hasEnded, ENDED_KEPT);
}
