import { isObject } from '../kernel/isObject';
import { readJson } from '../kernel/readJson';
import type { TwilioRequest } from '../kernel/route';
import { invalid } from '../kernel/twilioError';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of one request or of a JSON object in it, by their names in snake_case. */
export interface FieldReader {
  text(name: string): string | undefined;
  /** Throws 400 / 20001 when it is missing. */
  requiredText(name: string): string;
  integer(name: string): number | undefined;
  flag(name: string): boolean;
  /** An object, or one as JSON text. */
  object(name: string): FieldReader | undefined;
  list(name: string): readonly FieldReader[];
  readonly all: Fields;
}

/** Reads a JSON object. Throws 400 / 20001 for a field of another type than asked for. */
export function readFields(all: Fields): FieldReader {
  const wrong = (name: string) => invalid(`${name} is missing or not valid`);
  const text: FieldReader['text'] = (name) => {
    const value = all[name] ?? undefined;
    if (value !== undefined && typeof value !== 'string') throw wrong(name);
    return value;
  };
  const parsed = (name: string): unknown => {
    const value = all[name] ?? undefined;
    return typeof value === 'string' ? (readJson(value) ?? value) : value;
  };
  return {
    all,
    text,
    requiredText(name) {
      const value = text(name);
      if (value === undefined || value === '') throw wrong(name);
      return value;
    },
    integer(name) {
      const value = parsed(name);
      if (value === undefined) return undefined;
      if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong(name);
      return value;
    },
    flag: (name) => parsed(name) === true,
    object(name) {
      const value = parsed(name);
      if (value === undefined) return undefined;
      if (!isObject(value)) throw wrong(name);
      return readFields(value);
    },
    list(name) {
      const value = parsed(name) ?? [];
      if (!Array.isArray(value)) throw wrong(name);
      return value.map((item: unknown) => {
        if (!isObject(item)) throw wrong(name);
        return readFields(item);
      });
    },
  };
}

const snakeCase = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => `_${letter}`).toLowerCase();

/** The form of REST (`InteractionContextSid`) and that of an event bridge call (`noteSid`, `media_properties`) alike. */
export const readRequest = ({ form }: TwilioRequest): FieldReader =>
  readFields(Object.fromEntries([...form].map(([name, value]) => [snakeCase(name), value])));
