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

/** A whole number from the query, or `fallback` when it is absent or none. */
export function queryNumber(request: AdminRequest, name: string, fallback: number): number {
  const value = Number(request.query.get(name) ?? fallback);
  return Number.isFinite(value) ? value : fallback;
}
