import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';

/** One message of the voice SDK's signalling (`pstream.ts` of @twilio/voice-sdk 2.11.1). */
export interface SignalMessage {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What the SDK of that version says it speaks. */
const VERSION = '1.6';

export const writeSignal = (type: string, payload: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ type, payload, version: VERSION });

/** Reads a frame; undefined for one that is no message. */
export function readSignal(text: string): SignalMessage | undefined {
  const message = readJson(text);
  if (!isObject(message) || typeof message['type'] !== 'string') return undefined;
  return { type: message['type'], payload: isObject(message['payload']) ? message['payload'] : {} };
}
