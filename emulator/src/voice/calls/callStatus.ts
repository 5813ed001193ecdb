import type { Call, CallStatus } from '../model';
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
