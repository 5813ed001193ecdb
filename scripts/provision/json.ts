import type { Json } from '@patchbay/shared';
import * as z from 'zod/mini';

export type JsonObject = Readonly<Record<string, Json | undefined>>;

/** A plain value as JSON; throws for what JSON cannot hold. */
export const toJson = (value: unknown): Json => z.parse(z.json(), JSON.parse(JSON.stringify(value)));

/** What a JSON text says; a text that is no JSON stays the text it is. */
export function readJson(text: string): Json {
  try {
    return z.parse(z.json(), JSON.parse(text));
  } catch {
    return text;
  }
}

/** The value if it is an object, no list. */
export const asObject = (value: Json | undefined): JsonObject | undefined =>
  isObject(value) ? value : undefined;

/** The value if it is a list. */
export const asList = (value: Json | undefined): readonly Json[] | undefined =>
  isList(value) ? value : undefined;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

/** JSON text in which the order of members does not show: equal for equal values. */
export const canonicalText = (value: Json): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
