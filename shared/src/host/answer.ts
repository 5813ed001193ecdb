import type { PublishedFailure } from '../contracts/contract';
import type { FailureBody, FailureCode } from '../contracts/failure';
import { FAILURE_STATUS } from '../contracts/failure';
import type { Failure, Result } from '../endpoint/result';

/** An HTTP response as a host sends it; the body is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** Failures after which the same request makes sense again; a second when nobody knows better. */
const COME_BACK: ReadonlySet<FailureCode> = new Set([
  'in_flight',
  'throttled',
  'identity_unavailable',
  'store_unavailable',
  'twilio_unavailable',
  'insights_unavailable',
]);

/** The HTTP response for a result, its failures as `published`. */
export function answerFor(result: Result<object>, published: readonly PublishedFailure[] = []): Answer {
  if (result.ok) {
    const headers = result.replayed ? { 'X-Idempotent-Replay': 'true' } : {};
    return { status: result.status, headers, body: result.body };
  }
  const { code, details, hint } = result;
  const { status, error } = wordingOf(result, published);
  const retryAfter = result.retryAfterSeconds ?? (COME_BACK.has(code) ? 1 : undefined);
  const body: FailureBody = {
    success: false,
    error,
    code,
    ...(details !== undefined && { details: details && [...details] }),
    ...(hint !== undefined && { hint }),
  };
  return {
    status,
    headers: {
      ...(retryAfter !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) }),
      ...(code === 'method_not_allowed' && { Allow: 'POST' }),
    },
    body,
  };
}

function wordingOf({ code, message, details }: Failure, published: readonly PublishedFailure[]) {
  const known = published.find(
    (one) => one.code === code && (one.forDetail === undefined || details?.includes(one.forDetail)),
  );
  return { status: known?.status ?? FAILURE_STATUS[code], error: known?.error ?? message };
}
