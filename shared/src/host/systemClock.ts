import type { Clock } from '../endpoint/ports';

/** The machine's time. */
export const systemClock: Clock = { now: () => Date.now() };
