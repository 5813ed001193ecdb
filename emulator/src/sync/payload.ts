import { isObject } from '../kernel/isObject';
import { TwilioError } from '../kernel/twilioError';
import type { JsonObject } from './model';

const MAX_DATA_BYTES = 16 * 1024;

/** `Data` and its size as serialized. */
export interface Payload {
  readonly value: JsonObject;
  readonly bytes: number;
}

/** Takes a JSON value for data: 400 / 54008 unless it is an object, 413 / 54006 above 16 KiB. */
export function readPayload(value: unknown): Payload {
  if (!isObject(value)) throw new TwilioError(400, 54008, 'Invalid Data: not a valid JSON object');
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > MAX_DATA_BYTES) throw new TwilioError(413, 54006, 'Request entity too large');
  return { value, bytes };
}
