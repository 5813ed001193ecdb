import type { Clock, Ids } from '../endpoint/ports';
import { cryptoIds } from './cryptoIds';
import { systemClock } from './systemClock';

/** What a host needs of the process it runs in. */
export interface Platform {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Runs `task` after `ms` milliseconds; the function returned calls it off. */
  readonly schedule: (ms: number, task: () => void) => () => void;
  readonly write: (level: 'info' | 'warn' | 'error', line: string) => void;
}

/** Node's clock, random numbers and console. */
export const nodePlatform: Platform = {
  clock: systemClock,
  ids: cryptoIds,
  schedule: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  write: (level, line) => {
    console[level](line);
  },
};
