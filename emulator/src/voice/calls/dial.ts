import { RING_TIMEOUT_S } from '../limits';
import { clientOf } from '../lines/clientOf';
import type { Call, EndStatus } from '../model';
import type { VoiceState } from '../state';
import { progressCall } from './callStatus';
import { endCall } from './endCall';

export interface DialOptions {
  /** Seconds to ring; 60 unless given. */
  readonly timeout?: number | undefined;
  /** Runs when the call is answered: it is in progress and has nothing to do yet. */
  readonly onAnswer: () => void;
  /** Runs when nobody answered; the call's status says why. */
  readonly onFailure?: () => void;
}

/** Twilio adds this to every timeout (Participant resource: Timeout). */
const GRACE_S = 5;

/** Lets a queued call ring when it is its turn, in a moment at the earliest: whoever created it sees it queued. */
export function dial(
  state: VoiceState,
  call: Call,
  { timeout = RING_TIMEOUT_S, onAnswer, onFailure }: DialOptions,
): void {
  const errand = ++call.errand;
  const isMine = (): boolean => call.errand === errand;

  const fail = (status: EndStatus): void => {
    if (isMine()) endCall(state, call, 'updated', status);
  };

  const ring = (): void => {
    progressCall(state, call, 'ringing');
    const stopRinging = state.lines.ring(call, {
      answered() {
        if (!isMine()) return;
        cancelTimeout();
        call.leave = () => undefined;
        progressCall(state, call, 'in-progress');
        onAnswer();
      },
      failed: fail,
    });
    const cancelTimeout = state.clock.schedule((timeout + GRACE_S) * 1000, () => {
      fail('no-answer');
    });
    call.leave = () => {
      cancelTimeout();
      stopRinging();
      onFailure?.();
    };
  };

  call.queueTimeMs = clientOf(call.to) === undefined ? state.pace() : 0;
  const cancel = state.clock.schedule(call.queueTimeMs, ring);
  call.leave = () => {
    cancel();
    onFailure?.();
  };
}
