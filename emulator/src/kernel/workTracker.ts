/** Work under way outside the virtual clock, e.g. a webhook on its way over a real socket. */
export interface WorkTracker {
  track(work: Promise<unknown>): void;
  /** Resolves when promises have settled and tracked work has ended, or the grace period is over. */
  settle(): Promise<void>;
}

const turnOfEventLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Lets a jump in time wait for the answers its deliveries get: without it four hours of retries would pass before
 * the first answer is read. A receiver that never answers holds time up for at most `graceMs` of real time, once.
 */
export function createWorkTracker(graceMs: number): WorkTracker {
  const running = new Set<Promise<unknown>>();

  const endOrGrace = async (works: readonly Promise<unknown>[]): Promise<void> => {
    let timeout: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timeout = setTimeout(resolve, graceMs);
    });
    await Promise.race([Promise.allSettled(works), grace]);
    clearTimeout(timeout);
    // Whatever is still running has had its grace: later instants don't wait for it again.
    for (const work of works) running.delete(work);
  };

  return {
    track(work) {
      running.add(work);
      const forget = (): void => void running.delete(work);
      work.then(forget, forget);
    },
    async settle() {
      await turnOfEventLoop();
      while (running.size > 0) {
        await endOrGrace([...running]);
        await turnOfEventLoop();
      }
    },
  };
}
