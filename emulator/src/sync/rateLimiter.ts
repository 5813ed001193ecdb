import type { Clock } from '../kernel/clock';
import { TwilioError } from '../kernel/twilioError';
import { DEFAULT_RATE_LIMITS, type SyncOptions } from './options';
import { createSlidingWindow, type SlidingWindow } from './slidingWindow';

/** The limits of one Document, List or Map. Both throw 429 / 54009, and what they refuse doesn't count. */
export interface ObjectLimiter {
  read(): void;
  /** @param bytes size of the serialized `Data`, 0 when there is none */
  write(bytes: number): void;
}

/** Makes the limiters of Services and objects. */
export interface RateLimiter {
  /** A Service's limit on creating objects: throws 429 / 54009. */
  forService(): () => void;
  forObject(): ObjectLimiter;
}

const UNLIMITED: RateLimiter = {
  forService: () => () => undefined,
  forObject: () => ({ read: () => undefined, write: () => undefined }),
};

/** Sync's rate limits on the virtual clock, as the options say. */
export function createRateLimiter(clock: Clock, options: SyncOptions): RateLimiter {
  if (options.rateLimits === 'off') return UNLIMITED;
  const limits = { ...DEFAULT_RATE_LIMITS, ...options.rateLimits };
  const withRetryAfter = options.retryAfter ?? true;
  const perSecond = (rate: number): SlidingWindow =>
    createSlidingWindow(clock, Math.max(1, Math.round((rate * limits.windowMs) / 1_000)), limits.windowMs);

  const take = (windows: readonly SlidingWindow[]): void => {
    const waitMs = Math.max(...windows.map((window) => window.waitMs()));
    if (waitMs > 0) throw tooManyRequests(withRetryAfter ? waitMs : undefined);
    for (const window of windows) window.add();
  };

  return {
    forService() {
      const creates = perSecond(limits.createsPerService);
      return () => {
        take([creates]);
      };
    },
    forObject() {
      const reads = perSecond(limits.readsPerObject);
      const writes = perSecond(limits.writesPerObject);
      const largeWrites = perSecond(limits.largeWritesPerObject);
      return {
        read: () => {
          take([reads]);
        },
        write: (bytes) => {
          take(bytes >= limits.largeWriteBytes ? [writes, largeWrites] : [writes]);
        },
      };
    },
  };
}

const tooManyRequests = (waitMs: number | undefined): TwilioError =>
  new TwilioError(
    429,
    54009,
    'Rate limit exceeded',
    waitMs === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil(waitMs / 1_000))) },
  );
