import { readParameters } from '../kernel/parameters';
import { readJson } from '../kernel/readJson';
import { invalid, TwilioError } from '../kernel/twilioError';
import { readPayload, type Payload } from './payload';

export const MAX_NAME_LENGTH = 320;
export const MAX_TTL_SECONDS = 31_536_000;

/** `Data`, or undefined when the form has none. 400 / 54008 unless it is a JSON object, 413 / 54006 above 16 KiB. */
export function readData(form: URLSearchParams): Payload | undefined {
  const text = form.get('Data');
  return text === null ? undefined : readPayload(readJson(text));
}

/** As `readData`, but 400 / 20001 when the form has none: an item can't be created without. */
export function requireData(form: URLSearchParams): Payload {
  const data = readData(form);
  if (data === undefined) throw invalid('Missing required parameter Data in the post body');
  return data;
}

/**
 * Seconds of the first of `names` the form has, e.g. `['ItemTtl', 'Ttl']`: the specific one wins over its alias.
 * Undefined when it has none; 400 / 54011 outside 0…31,536,000.
 */
export function readTtl(form: URLSearchParams, names: readonly string[]): number | undefined {
  const text = names.map((name) => form.get(name)).find((value) => value !== null);
  if (text === undefined) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds <= MAX_TTL_SECONDS)) throw new TwilioError(400, 54011, 'Invalid TTL');
  return seconds;
}

/** `UniqueName`, null when absent or empty; 400 / 20001 above 320 characters. */
export function readUniqueName(form: URLSearchParams): string | null {
  const name = form.get('UniqueName') ?? '';
  if (name.length > MAX_NAME_LENGTH) throw invalid(`UniqueName exceeds ${MAX_NAME_LENGTH} characters`);
  return name === '' ? null : name;
}

/** A Map item's `Key`; 400 / 20001 when missing or above 320 characters. */
export function readKey(form: URLSearchParams): string {
  const key = readParameters(form, 'post body').requiredText('Key');
  if (key.length > MAX_NAME_LENGTH) throw invalid(`Key exceeds ${MAX_NAME_LENGTH} characters`);
  return key;
}
