/** Too much is waiting already. */
export class QueueOverflow extends Error {
  override readonly name = 'QueueOverflow';
}

/** Runs a job when there is room for it. Rejects with QueueOverflow when too many wait. */
export type Limiter = <T>(job: () => Promise<T>) => Promise<T>;

/** At most `maxRunning` jobs at once and `maxWaiting` behind them, first come first served. */
export function limitConcurrency(maxRunning: number, maxWaiting: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;

  const enter = async (): Promise<void> => {
    if (running < maxRunning) {
      running += 1;
      return;
    }
    if (waiting.length >= maxWaiting) throw new QueueOverflow(`More than ${maxWaiting} jobs are waiting`);
    // The place is handed over by whoever leaves, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };

  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return async (job) => {
    await enter();
    try {
      return await job();
    } finally {
      leave();
    }
  };
}
