import { isObject } from '../../kernel/isObject';
import type { JsonObject } from '../../sync/model';

/** Whether a row is in the result. */
export type Matches = (row: JsonObject) => boolean;

/** The values of a field: a list's elements are compared one by one ("possibly many", says the language's page). */
function valuesOf(row: JsonObject, field: readonly string[]): readonly string[] {
  let value: unknown = row;
  for (const name of field) value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return [value].flat().flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    return typeof one === 'number' || typeof one === 'boolean' ? [String(one)] : [];
  });
}

/** `data.attributes.full_name` as the way into a row; the leading `data` may be left out. */
const readPath = (field: string): readonly string[] => field.replace(/^data\./, '').split('.');

/** `field in ["a", "b"]`; `==` is a list of one. */
export function isOneOf(field: string, wanted: readonly string[]): Matches {
  const path = readPath(field);
  const set = new Set(wanted);
  return (row) => valuesOf(row, path).some((value) => set.has(value));
}

/** `field contains "text"`. Upper and lower case are alike: Flex searches agents with it as they are typed. */
export function contains(field: string, text: string): Matches {
  const path = readPath(field);
  const wanted = text.toLowerCase();
  return (row) => valuesOf(row, path).some((value) => value.toLowerCase().includes(wanted));
}
