import { InvalidInput } from '../kernel/jsonFields';
import { createCall } from './calls/createCall';
import type { Call } from './model';
import type { Numbers } from './numbers';
import { followTwiml } from './program/followTwiml';
import type { VoiceState } from './state';

export interface InboundCall {
  readonly from: string;
  /** The account's first number unless given. */
  readonly to?: string;
  readonly name?: string;
  /** Added to the task's attributes when the number's TwiML makes the call a task. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** Has somebody call one of the account's numbers. Throws InvalidInput when nothing is set up for it. */
export function placeInbound(
  state: VoiceState,
  numbers: Numbers,
  { from, name, ...input }: InboundCall,
): Call {
  const to = input.to ?? numbers.first();
  const voice = to === undefined ? undefined : numbers.find(to);
  if (to === undefined || !voice) {
    throw new InvalidInput(`There is no number ${to ?? ''} to call; see phoneNumbers of /_emulator/scenario`);
  }
  const call = createCall(state, {
    from,
    to,
    direction: 'inbound',
    ...(name === undefined ? {} : { callerName: name }),
    ...(input.attributes === undefined ? {} : { attributes: input.attributes }),
  });
  state.clock.schedule(0, () => {
    if (call.status === 'ringing') followTwiml(state, call, voice);
  });
  return call;
}
