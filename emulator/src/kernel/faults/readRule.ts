import { InvalidInput, optional, readFields, readNumber, readText } from '../jsonFields';
import { compileMatch } from './matchFault';
import type { FaultMatch, FaultRule } from './model';
import { readEffect } from './readEffect';

function readMatch(value: unknown): FaultMatch {
  const fields = readFields(value, 'match', ['host', 'method', 'path', 'pathRegex', 'kind']);
  const match: FaultMatch = {
    ...optional(fields, 'host', () => readText(fields, 'host')),
    ...optional(fields, 'method', () => readText(fields, 'method')),
    ...optional(fields, 'path', () => readText(fields, 'path')),
    ...optional(fields, 'pathRegex', () => readText(fields, 'pathRegex')),
    ...optional(fields, 'kind', () => readText(fields, 'kind')),
  };
  try {
    compileMatch(match);
  } catch (cause) {
    throw new InvalidInput('pathRegex is not a regular expression', { cause });
  }
  return match;
}

/** Reads a rule as posted to `/_emulator/faults`. Throws InvalidInput. */
export function readFaultRule(value: unknown): FaultRule {
  const fields = readFields(value, 'A fault rule', ['match', 'skip', 'times', 'probability', 'effect']);
  return {
    ...optional(fields, 'match', () => readMatch(fields['match'])),
    ...optional(fields, 'skip', () => readNumber(fields, 'skip', 0, 1_000_000)),
    ...optional(fields, 'times', () => readNumber(fields, 'times', 1, 1_000_000)),
    ...optional(fields, 'probability', () => readNumber(fields, 'probability', 0, 1)),
    effect: readEffect(fields['effect']),
  };
}
