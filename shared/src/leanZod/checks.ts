import { type Flaw, flaw } from './flaw';

/** A demand on a value beside its type. */
export interface Check {
  readonly flawsOf: (value: unknown) => readonly Flaw[];
  /** The most entries of a list. */
  readonly most?: number;
}

/** A pattern that a text has to match. */
export const regex = (pattern: RegExp, message?: string): Check =>
  format({ format: 'regex', pattern: String(pattern) }, message, (text) => text.search(pattern) >= 0);

export const startsWith = (prefix: string, message?: string): Check =>
  format({ format: 'starts_with', prefix }, message, (text) => text.startsWith(prefix));

const format = (
  facts: Readonly<Record<string, string>>,
  message: string | undefined,
  fits: (text: string) => boolean,
): Check => ({
  flawsOf: (value) =>
    typeof value !== 'string' || fits(value)
      ? []
      : [flaw('mild', { origin: 'string', code: 'invalid_format', ...facts }, message)],
});

/** At least so many characters or entries. */
export const minLength = (minimum: number, message?: string): Check =>
  length({ code: 'too_small', minimum }, message, (measured) => measured >= minimum);

/** At most so many characters or entries. */
export const maxLength = (maximum: number, message?: string): Check => ({
  ...length({ code: 'too_big', maximum }, message, (measured) => measured <= maximum),
  most: maximum,
});

const length = (
  facts: { readonly code: string; readonly [limit: string]: unknown },
  message: string | undefined,
  fits: (measured: number) => boolean,
): Check => ({
  flawsOf: (value) => {
    const measured = lengthOf(value);
    return measured === undefined || fits(measured)
      ? []
      : [flaw('mild', { origin: originOf(value), ...facts, inclusive: true }, message)];
  },
});

/** Of a text in code points; of anything else its `length`, whether it is a list or not. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return Array.from(value).length;
  if (value === null || value === undefined) return undefined;
  const length: unknown = Reflect.get(Object(value), 'length');
  return length === undefined ? undefined : Number(length);
}

const originOf = (value: unknown): string =>
  typeof value === 'string' ? 'string' : Array.isArray(value) ? 'array' : 'unknown';
