import type { Contract, PublishedFailure } from '../contracts/contract';
import type { FailureBody, FailureCode } from '../contracts/failure';
import { FAILURE_STATUS } from '../contracts/failure';
import type { Failure, Result } from '../endpoint/result';

/** An HTTP response as a host sends it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or the text of another media type that the headers name. */
  readonly body: object | string;
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

/** How a contract wants its answers written. */
export type Wording = Pick<Contract, 'published' | 'statusInBody' | 'produces'>;

/** The HTTP response for a result. */
export function answerFor(result: Result<object>, wording: Wording = {}): Answer {
  if (result.ok) {
    const headers = result.replayed ? { 'X-Idempotent-Replay': 'true' } : {};
    const { status, body } = result;
    return wording.produces === 'twiml' && 'twiml' in body && typeof body.twiml === 'string'
      ? { status, headers: { ...headers, 'Content-Type': 'text/xml' }, body: body.twiml }
      : { status, headers, body };
  }
  const { code, details, hint } = result;
  const { status, error } = wordingOf(result, wording.published);
  const retryAfter = result.retryAfterSeconds ?? (COME_BACK.has(code) ? 1 : undefined);
  const body: FailureBody = {
    success: false,
    error,
    code,
    ...(details !== undefined && { details: details && [...details] }),
    ...(hint !== undefined && { hint }),
    ...(wording.statusInBody && { status }),
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

function wordingOf({ code, message, details }: Failure, published: readonly PublishedFailure[] = []) {
  const known = published.find(
    (one) => one.code === code && (one.forDetail === undefined || details?.includes(one.forDetail)),
  );
  return { status: known?.status ?? FAILURE_STATUS[code], error: known?.error ?? message };
}
