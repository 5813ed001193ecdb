import { isObject } from '../../kernel/isObject';
import { invalid } from '../../kernel/twilioError';
import type { TunnelRequest } from '../../twilsock';

/** The JSON fields of a client's request; every reader answers undefined for one that was not sent. */
export interface ClientBody {
  text(name: string): string | undefined;
  /** A whole number from 0, or null. */
  index(name: string): number | null | undefined;
  object(name: string): ClientBody | undefined;
}

/** Reads what the SDK sent. Throws 400 / 20001 for a field of another type. */
export function readBody({ json }: Pick<TunnelRequest, 'json'>): ClientBody {
  const fields = isObject(json) ? json : {};
  const wrong = (name: string) => invalid(`${name} is not valid`);
  return {
    text(name) {
      const value = fields[name] ?? undefined;
      if (value !== undefined && typeof value !== 'string') throw wrong(name);
      return value;
    },
    index(name) {
      const value = fields[name];
      if (value === undefined || value === null) return value;
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw wrong(name);
      return value;
    },
    object(name) {
      const value = fields[name] ?? undefined;
      if (value !== undefined && !isObject(value)) throw wrong(name);
      return value && readBody({ json: value });
    },
  };
}
