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

/** 429 promises that nothing was done and passes by itself; a Twilio that fails otherwise isn't helped by more load. */
const MAX_ATTEMPTS_THROTTLED = 6;
const MAX_ATTEMPTS = 3;
const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 2_000;

/**
 * Repeats a call whose UpstreamError says that it may be repeated, with full-jitter backoff and Retry-After, at most 3
 * attempts (6 for 429) and only while the deadline lasts. Throws the last UpstreamError, or DeadlineExceeded if there
 * was no time to call at all.
 */
export const withRetry = async <T>(
  call: (timeoutMs: number) => Promise<T>,
  rules: RetryRules,
): Promise<T> => {
  let last: UpstreamError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const timeoutMs = timeoutFor(rules, last);
    try {
      return await call(timeoutMs);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      last = withDoubt(error, last);
      const delay = delayBefore(attempt, error, rules.random);
      if (!error.facts.retryable || attempt >= attemptsFor(error)) throw last;
      if (delay >= rules.deadline.remaining()) throw last;
      if (delay > 0) await rules.sleep(delay);
    }
  }
};

/**
 * What to tell when this error is the end of it: a refusal to execute says nothing about an earlier attempt whose outcome
 * is not known. A conflict does: it is what follows when that attempt was applied, and sends the caller to read.
 */
const withDoubt = (error: UpstreamError, earlier: UpstreamError | undefined): UpstreamError => {
  const doubt =
    earlier?.outcome === 'ambiguous' && error.outcome === 'not-executed' && error.reason !== 'conflict';
  return doubt ? earlier : error;
};

const attemptsFor = ({ reason }: UpstreamError): number =>
  reason === 'throttled' ? MAX_ATTEMPTS_THROTTLED : MAX_ATTEMPTS;

/** An error of Twilio's tells more than the end of our time: only the latter can say that nothing was sent. */
const timeoutFor = ({ deadline, attemptMs }: RetryRules, last: UpstreamError | undefined): number => {
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
