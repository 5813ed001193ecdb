import type { Deadline } from '../endpoint/ports';
import { UpstreamError } from './upstreamError';

/** Resolves after `ms` milliseconds. */
export type Sleep = (ms: number) => Promise<void>;

export interface RetryRules {
  readonly deadline: Deadline;
  /** The most one attempt may take, in ms. */
  readonly attemptMs: number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly sleep: Sleep;
}

const MAX_ATTEMPTS = 6;
const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 2_000;

/**
 * Repeats a call whose UpstreamError says that it may be repeated, with full-jitter backoff and Retry-After, at most 6
 * times and only while the deadline lasts. Throws the last UpstreamError, or DeadlineExceeded if there was no time to
 * call at all.
 */
export const withRetry = async <T>(
  call: (timeoutMs: number) => Promise<T>,
  rules: RetryRules,
): Promise<T> => {
  let last: unknown;
  for (let attempt = 1; ; attempt += 1) {
    const timeoutMs = timeoutFor(rules, last);
    try {
      return await call(timeoutMs);
    } catch (error) {
      if (!(error instanceof UpstreamError) || !error.facts.retryable || attempt >= MAX_ATTEMPTS) throw error;
      const delay = delayBefore(attempt, error, rules.random);
      if (delay >= rules.deadline.remaining()) throw error;
      last = error;
      if (delay > 0) await rules.sleep(delay);
    }
  }
};

/** An error of Twilio's tells more than the end of our time: only the latter can say that nothing was sent. */
const timeoutFor = ({ deadline, attemptMs }: RetryRules, last: unknown): number => {
  try {
    return deadline.shareFor(attemptMs);
  } catch (outOfTime) {
    throw last ?? outOfTime;
  }
};

const delayBefore = (attempt: number, error: UpstreamError, random: () => number): number => {
  // A kept-alive socket that Twilio (or a frozen Lambda) closed meanwhile: a new connection works at once.
  if (attempt === 1 && error.facts.networkCode === 'ECONNRESET') return 0;
  const jitter = Math.floor(random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1)));
  return (error.facts.retryAfterMs ?? 0) + jitter;
};
