import type { Clock } from '../kernel/clock';

const SLOTS = 10;

/** Counts what happened in the last `windowMs`. */
export interface SlidingWindow {
  /** Milliseconds until one more is allowed; 0 when it is allowed now. */
  waitMs(): number;
  /** Counts one more. */
  add(): void;
}

/** A sliding window of ten slots, so that its memory doesn't grow with the traffic: at most `max` in `windowMs`. */
export function createSlidingWindow(clock: Clock, max: number, windowMs: number): SlidingWindow {
  const slotMs = windowMs / SLOTS;
  const slots: { index: number; count: number }[] = [];

  const forgetOld = (current: number): void => {
    while (slots[0] !== undefined && slots[0].index <= current - SLOTS) slots.shift();
  };

  return {
    waitMs() {
      const now = clock.now();
      forgetOld(Math.floor(now / slotMs));
      let excess = slots.reduce((sum, slot) => sum + slot.count, 0) + 1 - max;
      let waitMs = 0;
      for (const slot of slots) {
        if (excess <= 0) break;
        excess -= slot.count;
        waitMs = (slot.index + SLOTS) * slotMs - now;
      }
      return waitMs;
    },
    add() {
      const index = Math.floor(clock.now() / slotMs);
      forgetOld(index);
      const last = slots.at(-1);
      if (last?.index === index) last.count += 1;
      else slots.push({ index, count: 1 });
    },
  };
}
