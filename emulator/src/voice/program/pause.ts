import type { Clock } from '../../kernel/clock';

/** Waits in virtual time. */
export const pause = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => {
    clock.schedule(ms, resolve);
  });
