import type { Clock, Deadline } from '@patchbay/shared';

/** How long a request may go on waiting for others, in ms; 0 when it has to answer. */
export interface Patience {
  left(): number;
}

/** Kept for a last write to the store and for the answer. */
const ANSWER_MS = 1_000;

export function startPatience(clock: Clock, deadline: Deadline, seconds: number): Patience {
  const end = clock.now() + Math.min(seconds * 1_000, deadline.remaining() - ANSWER_MS);
  return { left: () => Math.max(0, end - clock.now()) };
}
