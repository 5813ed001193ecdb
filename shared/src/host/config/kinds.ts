import type * as z from 'zod/mini';
import { demandOf } from '../input/demandOf';
import type { Kind } from './setting';

/** Any text. */
export const text: Kind<string> = (value) => ({ value });

/** What a schema of text accepts, e.g. a SID. */
export const matching =
  <Schema extends z.ZodMiniType>(schema: Schema): Kind<z.infer<Schema>> =>
  (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data };
    const [issue] = parsed.error.issues;
    return { problem: issue ? demandOf(issue) : 'is not valid' };
  };

/** A whole number within the limits. */
export const integer =
  (min: number, max: number): Kind<number> =>
  (value) =>
    /^-?\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max
      ? { value: Number(value) }
      : { problem: `must be a whole number from ${min} to ${max}` };

/** `true` or `false`. */
export const flag: Kind<boolean> = (value) =>
  value === 'true' || value === 'false' ? { value: value === 'true' } : { problem: 'must be true or false' };

/** Entries between commas, without empty ones. */
export const list: Kind<readonly string[]> = (value) => ({
  value: value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
});
