import type { Contract } from '../contracts/contract';
import type { FailureBody, FailureCode } from '../contracts/failure';
import { FAILURE_STATUS } from '../contracts/failure';
import type { Result } from '../endpoint/result';

/** An HTTP response as a host sends it; the body is JSON. */
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
]);

/** How a contract wants its answers written. */
export type Wording = Pick<Contract, 'statusInBody' | 'produces'>;

/** The HTTP response for a result. */
export function answerFor(result: Result<object>, wording: Wording = {}): Answer {
  if (result.ok) {
    const headers = result.replayed ? { 'X-Idempotent-Replay': 'true' } : {};
    const { status, body } = result;
    return wording.produces === 'twiml' && 'twiml' in body && typeof body.twiml === 'string'
      ? { status, headers: { ...headers, 'Content-Type': 'text/xml' }, body: body.twiml }
      : { status, headers, body };
  }
  const { code, message, details } = result;
  const retryAfter = result.retryAfterSeconds ?? (COME_BACK.has(code) ? 1 : undefined);
  const body: FailureBody = {
    success: false,
    error: message,
    code,
    ...(details && { details: [...details] }),
    ...(wording.statusInBody && { status: FAILURE_STATUS[code] }),
  };
  return {
    status: FAILURE_STATUS[code],
    headers: {
      ...(retryAfter !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) }),
      ...(code === 'method_not_allowed' && { Allow: 'POST' }),
    },
    body,
  };
}
