import { invalid } from './twilioError';
import type { TwilioRequest } from './route';

/** The PascalCase parameters of one request; every reader answers undefined for one that was not sent. */
export interface Parameters {
  text(name: string): string | undefined;
  /** Throws 400/20001 when it is missing or empty. */
  requiredText(name: string): string;
  /** A whole number within [min, max]. */
  integer(name: string, min?: number, max?: number): number | undefined;
  flag(name: string): boolean | undefined;
  /** As a list's `Available` reads it: true, 1 and yes are true, any other text is false. */
  availability(name: string): boolean | undefined;
  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined;
  /** Text that an empty value clears, as callback URLs are. */
  clearable(name: string): string | null | undefined;
  /** An ISO 8601 instant in epoch milliseconds. */
  instant(name: string): number | undefined;
  /** All values of a parameter that may repeat or be a comma list. */
  list(name: string): readonly string[];
}

/** Reads a request's form. */
export const formOf = (request: TwilioRequest): Parameters => readParameters(request.form, 'post body');

/** Reads a request's query. */
export const queryOf = (request: TwilioRequest): Parameters => readParameters(request.query, 'query string');

/** Reads parameters; `place` is how a complaint names where they belong. */
export function readParameters(source: URLSearchParams, place: string): Parameters {
  const text = (name: string): string | undefined => source.get(name) ?? undefined;
  const read = <T>(name: string, parse: (value: string) => T): T | undefined => {
    const value = text(name);
    return value === undefined ? undefined : parse(value);
  };
  return {
    text,
    requiredText(name) {
      const value = text(name);
      if (value === undefined || value === '')
        throw invalid(`Missing required parameter ${name} in the ${place}`);
      return value;
    },
    integer: (name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) =>
      read(name, (value) => {
        if (!/^-?\d{1,15}$/u.test(value)) throw invalid(`${name} must be a whole number`);
        const number = Number(value);
        if (number < min || number > max) throw invalid(`${name} must be between ${min} and ${max}`);
        return number;
      }),
    flag: (name) =>
      read(name, (value) => {
        const word = value.toLowerCase();
        if (word !== 'true' && word !== 'false') throw invalid(`${name} must be true or false`);
        return word === 'true';
      }),
    availability: (name) => read(name, (value) => ['true', '1', 'yes'].includes(value.toLowerCase())),
    choice: (name, allowed) =>
      read(name, (value) => {
        const found = allowed.find((candidate) => candidate === value);
        if (found === undefined) throw invalid(`${name} must be one of ${allowed.join(', ')}`);
        return found;
      }),
    clearable: (name) => {
      const value = text(name);
      return value === '' ? null : value;
    },
    instant: (name) =>
      read(name, (value) => {
        const at = Date.parse(value);
        if (!/^\d{4}-\d\d-\d\d/u.test(value) || Number.isNaN(at))
          throw invalid(`${name} must be an ISO 8601 date`);
        return at;
      }),
    list: (name) =>
      source
        .getAll(name)
        .flatMap((value) => value.split(','))
        .filter((value) => value !== ''),
  };
}
