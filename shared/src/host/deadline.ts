import type { Clock, Deadline } from '../endpoint/ports';
import { DeadlineExceeded } from '../errors/deadlineExceeded';

/** Kept back so that there is always time to answer. */
const ANSWER_MS = 100;
/** Less than this isn't worth starting a call to Twilio for. */
const USEFUL_MS = 100;
/** A call that hangs must leave time to find out what it did. */
const SHARE = 2 / 3;

/** A deadline `ms` milliseconds from now; one call may use two thirds of what is left. */
export function startDeadline(clock: Clock, ms: number): Deadline {
  const end = clock.now() + ms;
  const remaining = () => Math.max(0, end - clock.now());
  return {
    remaining,
    shareFor(capMs) {
      const useful = remaining() - ANSWER_MS;
      if (useful < USEFUL_MS) throw new DeadlineExceeded();
      return Math.min(capMs, Math.max(USEFUL_MS, Math.floor(useful * SHARE)));
    },
  };
}
