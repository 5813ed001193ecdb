/** Too much is waiting already. */
export class QueueOverflow extends Error {
  override readonly name = 'QueueOverflow';
}

/** Runs a job when there is room for it under its key. Rejects with QueueOverflow when too many wait there. */
export type Limiter = <T>(key: string, job: () => Promise<T>) => Promise<T>;

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

/** At most `maxRunning` jobs at once and `maxWaiting` behind them for each key, first come first served. */
export function limitConcurrency(maxRunning: number, maxWaiting: number): Limiter {
  // A line lasts as long as it has jobs, so that keys that are no longer used leave nothing behind.
  const lines = new Map<string, Line>();

  const enter = async (key: string): Promise<void> => {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    if (line.running < maxRunning) {
      line.running += 1;
      return;
    }
    if (line.waiting.length >= maxWaiting) {
      throw new QueueOverflow(`More than ${maxWaiting} jobs are waiting for ${key}`);
    }
    // The place is handed over by whoever leaves, so `running` stays as it is.
    await new Promise<void>((resolve) => line.waiting.push(resolve));
  };

  const leave = (key: string): void => {
    const line = lines.get(key);
    if (!line) return;
    const next = line.waiting.shift();
    if (next) {
      next();
      return;
    }
    line.running -= 1;
    if (line.running === 0) lines.delete(key);
  };

  return async (key, job) => {
    await enter(key);
    try {
      return await job();
    } finally {
      leave(key);
    }
  };
}
