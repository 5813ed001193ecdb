import type { Callback } from '../callback';
import { TwilioError } from '../../kernel/twilioError';
import { LIVE_CALLS_MAX } from '../limits';
import type { Call, CallDirection } from '../model';
import type { VoiceState } from '../state';
import { hasEnded } from './callStatus';

export interface CallInput {
  readonly from: string;
  readonly to: string;
  readonly direction: CallDirection;
  readonly callerName?: string;
  readonly callback?: Callback | null;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Adds a leg: an inbound one is ringing already, an outbound one is queued. Throws 429 beyond the limit. */
export function createCall(state: VoiceState, input: CallInput): Call {
  const live = [...state.calls.values()].filter((call) => !hasEnded(call)).length;
  if (live >= LIVE_CALLS_MAX) throw new TwilioError(429, 20429, 'Too many calls at once');
  const now = state.clock.now();
  const call: Call = {
    sid: state.context.random.sid('CA'),
    from: input.from,
    to: input.to,
    direction: input.direction,
    callerName: input.callerName ?? null,
    dateCreated: now,
    callback: input.callback ?? null,
    attributes: input.attributes ?? {},
    dateUpdated: now,
    status: input.direction === 'inbound' ? 'ringing' : 'queued',
    startTime: null,
    endTime: null,
    taskSid: null,
    conferenceSid: null,
    sound: { ringing: true },
    sequence: 0,
    errand: 0,
    leave: () => undefined,
  };
  state.calls.set(call.sid, call);
  state.events.emit({ type: 'call-changed', call });
  return call;
}
