import type { Clock } from '../endpoint/ports';

/** A clock that stands still until it is told to move on. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
}

/** A manual clock; times in ms. */
export const manualClock = (startMs = 1_700_000_000_000): ManualClock => {
  let now = startMs;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
};
