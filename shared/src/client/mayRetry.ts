import type { CallFailure } from './callResult';

/** The service's own word that it did what was asked, and how that ended: the same again would only cost the same again. */
const SETTLED: ReadonlySet<CallFailure['code']> = new Set([
  'insights_refused',
  'report_failed',
  'report_timeout',
]);

/**
 * True when sending the same request again can do no harm. 429 and a Retry-After promise that nothing was done, or that it
 * is watched over; after a timeout or an answer from somewhere else nobody knows, so then only what is idempotent.
 */
export function mayRetry({ code, status, retryAfterSeconds }: CallFailure, idempotent: boolean): boolean {
  if (code === 'aborted' || SETTLED.has(code)) return false;
  if (status === 429 || code === 'in_flight') return true;
  if (status === 503 && retryAfterSeconds !== undefined) return true;
  return idempotent && (status === undefined || status === 502 || status === 503 || status === 504);
}
