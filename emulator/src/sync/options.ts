/** How far the local Sync goes in the things Twilio leaves vague or only approximates. */
export interface SyncOptions {
  /**
   * Milliseconds between an object's `date_expires` and its disappearance; 5,000 unless told.
   * Sync "sacrifices accurate firing times" (docs: Sync Objects TTL); an expired object was seen alive 5 s later.
   */
  readonly expiryLatenessMs?: number;
  /** Overrides of single limits, or `off` for none at all. */
  readonly rateLimits?: Partial<SyncRateLimits> | 'off';
  /** Whether a 429 carries `Retry-After` (seconds); on unless told, Twilio doesn't promise it. */
  readonly retryAfter?: boolean;
}

/** Operations per second, averaged over `windowMs` (docs: Sync limits). */
export interface SyncRateLimits {
  /** Writes to one Document, List or Map; an item's write counts for its parent. */
  readonly writesPerObject: number;
  /** Of those, writes of `largeWriteBytes` and more. */
  readonly largeWritesPerObject: number;
  readonly largeWriteBytes: number;
  readonly readsPerObject: number;
  /** New Documents, Lists and Maps of one Service. */
  readonly createsPerService: number;
  readonly windowMs: number;
}

export const DEFAULT_RATE_LIMITS: SyncRateLimits = {
  writesPerObject: 20,
  largeWritesPerObject: 2,
  largeWriteBytes: 10 * 1024,
  readsPerObject: 20,
  createsPerService: 20,
  windowMs: 10_000,
};

export const DEFAULT_EXPIRY_LATENESS_MS = 5_000;
