import { InvalidInput } from '../kernel/jsonFields';
import type { Reply } from '../kernel/route';

export interface AdminRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed body; undefined without one. */
  readonly json: unknown;
}

/** One thing `/_emulator/…` can be asked. Throws InvalidInput (400), TwilioError (its status) or RangeError (400). */
export interface AdminRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** e.g. `/_emulator/faults/:id`. */
  readonly pattern: string;
  readonly handle: (request: AdminRequest) => Reply | Promise<Reply>;
}

/** 200 with a JSON body. */
export const ok = (body: unknown): Reply => ({ status: 200, body });

/** 404 with a reason. */
export const missing = (what: string): Reply => ({ status: 404, body: { error: `${what} does not exist` } });

function queryNumber({ query }: AdminRequest, name: string, fallback: number, max: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= 0) return Math.min(value, max);
  throw new InvalidInput(`${name} must be a whole number`);
}

/** Which part of a growing list is asked for: what came after `since`, the newest `limit`, waiting up to `waitMs` for it. */
export interface ListWindow {
  readonly since: number;
  /** Real milliseconds. */
  readonly waitMs: number;
  readonly limit: number;
}

/** Reads `since`, `wait` (at most 30 s) and `limit` (100 unless given, at most 1,000). Throws InvalidInput. */
export const readWindow = (request: AdminRequest): ListWindow => ({
  since: queryNumber(request, 'since', 0, Number.MAX_SAFE_INTEGER),
  waitMs: queryNumber(request, 'wait', 0, 30_000),
  limit: Math.max(queryNumber(request, 'limit', 100, 1_000), 1),
});
