import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import type { JsonObject } from '../../sync/model';

/** Attributes as the object that rows hold, unlike TaskRouter's REST with its text. */
export function readAttributes(text: string): JsonObject {
  const value = readJson(text);
  return isObject(value) ? value : {};
}
