import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import { invalid } from '../../kernel/twilioError';
import { ATTRIBUTES_MAX_CHARACTERS } from './limits';

/** Attributes parsed: what expressions look keys up in. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Parses the JSON text of a task's or worker's attributes. Throws 400/20001; white space counts for the limit. */
export function parseAttributes(text: string): Attributes {
  if (text.length > ATTRIBUTES_MAX_CHARACTERS) {
    throw invalid(`Attributes must not be longer than ${ATTRIBUTES_MAX_CHARACTERS} characters`);
  }
  const value = readJson(text);
  if (value === undefined) throw invalid('Attributes is not valid JSON');
  if (!isObject(value)) throw invalid('Attributes must be a JSON object');
  return value;
}
