import type { Clock } from '../../kernel/clock';
import { TwilioError } from '../../kernel/twilioError';

/** Lets so many requests through per second, and says so in headers. Throws 429/20429 for the others. */
export type RateLimit = () => Readonly<Record<string, string>>;

const WINDOW_MS = 1000;

/** A sliding window of one second of the local Twilio's time. Source: TaskRouter changelog 2024-10-18. */
export function createRateLimit(clock: Clock, perSecond: number): RateLimit {
  let taken: readonly number[] = [];
  return () => {
    const now = clock.now();
    taken = taken.filter((at) => at > now - WINDOW_MS);
    const refused = taken.length >= perSecond;
    if (!refused) taken = [...taken, now];
    const headers = {
      'X-Rate-Limit-Limit': String(perSecond),
      'X-Rate-Limit-Remaining': String(perSecond - taken.length),
      'X-Rate-Limit-Config': `${perSecond} requests per second`,
    };
    if (refused) throw new TwilioError(429, 20429, 'Too Many Requests', headers);
    return headers;
  };
}
