/** What a client needs of the page it runs in. */
export interface Means {
  readonly fetch: typeof fetch;
  /** A fresh key, 8 to 128 URL-safe characters. */
  readonly newKey: () => string;
  /** Resolves after `ms` milliseconds, or as soon as the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The page's own. */
export const pageMeans: Means = {
  // Called later: something else may have wrapped it by then, and it must not be called as a method of ours.
  fetch: (...request) => fetch(...request),
  newKey: () => crypto.randomUUID(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done);
      if (signal?.aborted) done();
    }),
  // Not Date.now(): that jumps when the machine's clock is set.
  now: () => performance.now(),
  random: () => Math.random(),
};
