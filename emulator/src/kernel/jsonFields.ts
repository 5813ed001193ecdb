import { isObject } from './isObject';

/** JSON given to the local Twilio's administration that makes no sense; the message names the field. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
}

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object, none of them unknown: a typo must not silently widen a rule or drop a setting. */
export function readFields(value: unknown, what: string, known: readonly string[]): Fields {
  if (!isObject(value)) throw new InvalidInput(`${what} must be a JSON object`);
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown === undefined) return value;
  throw new InvalidInput(`${what} has no field "${unknown}"; it takes ${known.join(', ') || 'none'}`);
}

/** A number from `min` to `max`. */
export function readNumber(fields: Fields, name: string, min: number, max: number): number {
  const value = fields[name];
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new InvalidInput(`${name} must be a number from ${min} to ${max}`);
}

/** A text that is not empty. */
export function readText(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new InvalidInput(`${name} must be a text`);
}

export function readBoolean(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (typeof value === 'boolean') return value;
  throw new InvalidInput(`${name} must be true or false`);
}

/** A list of at most `max` items, each read by `read`; empty when the field is absent. */
export function readList<T>(
  fields: Fields,
  name: string,
  max: number,
  read: (item: unknown) => T,
): readonly T[] {
  const value = fields[name] ?? [];
  if (!Array.isArray(value) || value.length > max) {
    throw new InvalidInput(`${name} must be a list of at most ${max} items`);
  }
  return value.map((item: unknown) => read(item));
}

/** `{name: read()}` when the field is there, `{}` when it is absent. */
export function optional<K extends string, V>(fields: Fields, name: K, read: () => V): Partial<Record<K, V>> {
  const present: Partial<Record<K, V>> = {};
  if (fields[name] !== undefined) present[name] = read();
  return present;
}
