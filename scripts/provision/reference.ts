import type { Json } from '@patchbay/shared';
import { keyOf, type Kind } from './resource';

const MARK = '@';

/** Stands in settings for the SID of a resource that may have to be made first. */
export const referTo = (kind: Kind, name: string): string => MARK + keyOf({ kind, name });

/** The settings with SIDs for references; a reference to what does not exist yet stays, and equals no SID. */
export function resolveReferences(value: Json, sidOf: (key: string) => string | undefined): Json {
  if (typeof value === 'string') {
    return value.startsWith(MARK) ? (sidOf(value.slice(MARK.length)) ?? value) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => resolveReferences(item, sidOf));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      item === undefined ? undefined : resolveReferences(item, sidOf),
    ]),
  );
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
