import { readJson } from '../kernel/readJson';
import { invalid } from '../kernel/twilioError';

/** The value of a parameter that holds JSON; 400 / 20001 when it doesn't. */
export function parseJson(name: string, text: string): unknown {
  const value = readJson(text);
  if (value === undefined) throw invalid(`${name} is not valid JSON`);
  return value;
}
