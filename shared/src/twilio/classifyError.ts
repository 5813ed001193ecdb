import type { Effect, Outcome, UpstreamReason } from './upstreamError';

/** What is known about a failed call. */
export interface ErrorFacts {
  readonly status?: number | undefined;
  readonly twilioCode?: number | undefined;
  readonly networkCode?: string | undefined;
  /** True when the error arose while connecting, before a byte of the request was sent. */
  readonly connecting?: boolean | undefined;
}

export interface ErrorClass {
  readonly reason: UpstreamReason;
  readonly outcome: Outcome;
  readonly retryable: boolean;
}

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** The one table of what a failed call means (docs: errors 20429, 20412, 20404, 20001, 20003). */
export const classifyError = (facts: ErrorFacts, effect: Effect): ErrorClass => {
  const { status } = facts;
  if (status === undefined) return classifyNetwork(facts, effect);
  // "Too many requests" is documented as never processed, the only status with that promise.
  if (status === 429) return { reason: 'throttled', outcome: 'not-executed', retryable: true };
  // Sending the same If-Match again can't help: the caller has to read first.
  if (status === 412) return { reason: 'conflict', outcome: 'not-executed', retryable: false };
  // An operator will mend it, and then the same request works: nothing to remember.
  if (status === 401 || status === 403)
    return { reason: 'credentials', outcome: 'not-executed', retryable: false };
  if (status === 408) return ambiguous('timeout', effect);
  if (status >= 500 || status < 300) return ambiguous('broken', effect);
  const reason = status === 404 ? 'not-found' : 'refused';
  // A create refused as invalid, or whose parent is missing, is a matter of configuration or input; any other refusal
  // states a fact about the resource (20001 wrong state, 21220 call ended, 409 exists).
  const validation = effect === 'create' && (status === 400 || status === 404);
  return { reason, outcome: validation ? 'not-executed' : 'definite', retryable: false };
};

const classifyNetwork = (
  { networkCode = '', connecting = false }: ErrorFacts,
  effect: Effect,
): ErrorClass => {
  if (NEVER_CONNECTED.has(networkCode) || connecting) {
    return { reason: 'unreachable', outcome: 'not-executed', retryable: true };
  }
  return ambiguous(TIMED_OUT.has(networkCode) ? 'timeout' : 'broken', effect);
};

// A second create may make a second resource, because Twilio has no idempotency keys; reads and updates are safe.
const ambiguous = (reason: UpstreamReason, effect: Effect): ErrorClass => ({
  reason,
  outcome: 'ambiguous',
  retryable: effect !== 'create',
});
