import { RING_TIMEOUT_S } from '../limits';
import type { Call, EndStatus } from '../model';
import type { VoiceState } from '../state';
import { hasEnded, progressCall } from './callStatus';
import { endCall } from './endCall';

export interface DialOptions {
  /** Seconds to ring; 60 unless given. */
  readonly timeout?: number;
  /** Runs when the call is answered: it is in progress and has nothing to do yet. */
  readonly onAnswer: () => void;
  /** Runs when the call ended without an answer. */
  readonly onFailure?: (status: EndStatus) => void;
}

/** Twilio adds this to every timeout (Participant resource: Timeout). */
const GRACE_S = 5;

/** Lets a queued call ring, in a moment: whoever created it sees it queued. */
export function dial(state: VoiceState, call: Call, options: DialOptions): void {
  const { timeout = RING_TIMEOUT_S, onAnswer, onFailure } = options;
  const errand = ++call.errand;
  const isMine = (): boolean => call.errand === errand && !hasEnded(call);

  const fail = (status: EndStatus): void => {
    if (!isMine()) return;
    endCall(state, call, 'failed', status);
    onFailure?.(status);
  };

  const ring = (): void => {
    if (!isMine()) return;
    progressCall(state, call, 'ringing');
    const stopRinging = state.lines.ring(call, {
      answered() {
        if (!isMine()) return;
        cancelTimeout();
        call.leave = () => undefined;
        progressCall(state, call, 'in-progress');
        onAnswer();
      },
      failed(status) {
        cancelTimeout();
        fail(status);
      },
    });
    const cancelTimeout = state.clock.schedule((timeout + GRACE_S) * 1000, () => {
      stopRinging();
      fail('no-answer');
    });
    call.leave = (cause) => {
      cancelTimeout();
      stopRinging();
      if (cause !== 'failed') onFailure?.('canceled');
    };
  };

  call.leave = (cause) => {
    if (cause !== 'failed') onFailure?.('canceled');
  };
  state.clock.schedule(0, ring);
}
