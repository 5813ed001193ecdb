import type { Random } from '../kernel/random';
import type { EventStreamOptions } from './options';

/**
 * Milliseconds until the next try after `attempts` failed ones: exponential, capped, and between half and all of it
 * at random (docs: Event delivery retries).
 */
export function pauseBeforeRetry(
  attempts: number,
  { firstPauseMs, longestPauseMs }: Pick<EventStreamOptions, 'firstPauseMs' | 'longestPauseMs'>,
  random: Random,
): number {
  const fullMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
  return Math.ceil(fullMs * (0.5 + random.next() / 2));
}
