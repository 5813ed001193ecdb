/** Cancels a scheduled callback; calling it again does nothing. */
export type Cancel = () => void;

/** The local Twilio's only source of time: everything that waits, waits here. */
export interface Clock {
  /** Milliseconds since 1970 in the local Twilio's own time. */
  now(): number;
  /** Runs `callback` once, `delayMs` of this clock's time from now, never before the current call stack ends. */
  schedule(delayMs: number, callback: () => void): Cancel;
}

/** A clock that knows of work done outside it, so that a jump in time can wait for that work. */
export interface HoldableClock extends Clock {
  /** While `work` (real input/output) is under way, `advance` does not go on to a later instant, up to a grace period. */
  hold(work: Promise<unknown>): void;
}

/** What tests and `/_emulator/clock` may do to time. */
export interface ControllableClock extends HoldableClock {
  readonly mode: 'running' | 'paused';
  /** Moves time forward, running what falls due in order, each at its own instant; resolves when all of it has run. */
  advance(ms: number): Promise<void>;
  /** Stops following the machine's time: from now on only `advance` moves this clock. */
  pause(): void;
  /** Follows the machine's time again, from where this clock stands. */
  resume(): void;
  /** Drops everything scheduled, for good: what is scheduled afterwards never runs. */
  stop(): void;
}
