import { describeCall } from '../describeCall';
import { rfc2822 } from '../rfc2822';
import type { VoiceListener } from '../events';
import { WEBHOOK_TIMEOUT_MS } from '../limits';
import type { Call, CallStatus } from '../model';
import type { VoiceState } from '../state';
import { hasEnded } from './callStatus';

/** StatusCallbackEvent by the status it tells of; every way to end is `completed`. */
const EVENTS: Readonly<Partial<Record<CallStatus, string>>> = {
  queued: 'initiated',
  ringing: 'ringing',
  'in-progress': 'answered',
};

/** Seconds a call lasted, rounded up. */
export const durationOf = ({ startTime, endTime }: Call): number =>
  startTime === null || endTime === null ? 0 : Math.ceil((endTime - startTime) / 1000);

/** In seconds, and in minutes as they are billed. */
const describeLength = (call: Call): Record<string, string> => ({
  CallDuration: String(durationOf(call)),
  Duration: String(Math.ceil(durationOf(call) / 60)),
});

/** Sends the status callbacks of calls that have one, numbered from 0. */
export const sendCallCallbacks =
  ({ context, clock }: VoiceState): VoiceListener =>
  (event) => {
    if (event.type !== 'call-changed' && event.type !== 'call-ended') return;
    const { call } = event;
    if (!call.callback?.events.includes(EVENTS[call.status] ?? 'completed')) return;
    void context.webhooks.send({
      url: call.callback.url,
      method: call.callback.method,
      kind: 'call-status',
      timeoutMs: WEBHOOK_TIMEOUT_MS,
      form: {
        ...describeCall(context.accountSid, call),
        CallbackSource: 'call-progress-events',
        SequenceNumber: String(call.sequence++),
        Timestamp: rfc2822(clock.now()),
        ...(hasEnded(call) ? describeLength(call) : {}),
      },
    });
  };
