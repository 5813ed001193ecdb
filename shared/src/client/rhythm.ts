/** How often and how long a client tries; durations in milliseconds. */
export interface Rhythm {
  readonly attempts: number;
  /** For one attempt: the platform stops a function after 10 s. */
  readonly attemptMs: number;
  /** For all attempts and the pauses between them. */
  readonly totalMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/**
 * Milliseconds to wait after the `attempt`-th failure: full jitter below a doubling limit, on top of what the service asks
 * for, so that clients sent away together don't come back together.
 */
export function pauseBefore(
  attempt: number,
  retryAfterSeconds: number | undefined,
  { firstPauseMs, longestPauseMs }: Rhythm,
  random: () => number,
): number {
  const limit = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
  return (retryAfterSeconds ?? 0) * 1_000 + Math.round(limit * random());
}
