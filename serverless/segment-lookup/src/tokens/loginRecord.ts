import type { PatchbayError } from '@patchbay/shared';
import * as z from 'zod/mini';
import { InsightsRefused, InsightsUnavailable } from '../insights/failures';

/**
 * What all instances know of one Insights login; the record's expiry ends each state.
 *
 *   logging-in   an instance is at it; everybody else waits for what it writes
 *   known        the SST, sealed
 *   paused       nobody logs in: the credentials were refused, Insights limits logins, or it was out of order
 */
export const LoginRecord = z.union([
  z.object({ state: z.literal('logging-in') }),
  z.object({ state: z.literal('known'), sealed: z.string(), until: z.number() }),
  z.object({
    state: z.literal('paused'),
    why: z.enum(['refused', 'throttled', 'unavailable']),
    until: z.number(),
  }),
]);
export type LoginRecord = z.infer<typeof LoginRecord>;
export type Pause = Extract<LoginRecord, { state: 'paused' }>;

/** Wrong credentials don't mend themselves; whoever mends them changes the password, and with it the record's name. */
const REFUSED_SECONDS = 300;
const UNKNOWN_SECONDS = 5;
const LONGEST_SECONDS = 3_600;

/** How long nobody logs in after a login that failed. */
export function pauseAfter(error: unknown, now: number): Pause {
  const paused = (why: Pause['why'], seconds: number): Pause => ({
    state: 'paused',
    why,
    until: now + Math.min(LONGEST_SECONDS, seconds) * 1_000,
  });
  if (error instanceof InsightsRefused) return paused('refused', REFUSED_SECONDS);
  if (!(error instanceof InsightsUnavailable)) return paused('unavailable', UNKNOWN_SECONDS);
  return paused(error.throttled ? 'throttled' : 'unavailable', error.retryAfterSeconds ?? UNKNOWN_SECONDS);
}

/** What a caller is answered during a pause. */
export function errorDuring({ why, until }: Pause, now: number): PatchbayError {
  if (why === 'refused') return new InsightsRefused('login/paused');
  const askedSeconds = Math.max(1, Math.ceil((until - now) / 1_000));
  return new InsightsUnavailable('login/paused', { askedSeconds, throttled: why === 'throttled' });
}
