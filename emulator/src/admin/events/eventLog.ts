import type { TaskRouterEngine } from '../../taskrouter/engine';
import { showEvent, type ShownEvent } from './showEvent';

/** The newest TaskRouter events, for whoever watches. */
export interface EventLog {
  /** The sequence of the newest event, 0 before the first. */
  readonly sequence: number;
  /** What came after `since`, oldest first, as far as it is still kept. */
  since(sequence: number): readonly ShownEvent[];
  /** Resolves when there is something after `since`, at the latest after `timeoutMs` of real time. */
  waitFor(since: number, timeoutMs: number): Promise<void>;
}

/** Listens to the engine and keeps the newest `capacity` events. */
export function createEventLog(engine: Pick<TaskRouterEngine, 'on'>, capacity = 2_000): EventLog {
  const kept: ShownEvent[] = [];
  const waiters = new Set<() => void>();
  let sequence = 0;

  engine.on((event) => {
    sequence += 1;
    kept.push(showEvent(event, sequence));
    if (kept.length > capacity) kept.shift();
    for (const wake of waiters) wake();
  });

  return {
    get sequence() {
      return sequence;
    },
    since: (after) => kept.filter((event) => event.sequence > after),
    waitFor(after, timeoutMs) {
      if (sequence > after || timeoutMs <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timeout);
          waiters.delete(wake);
          resolve();
        };
        // Real time: whoever waits here is a client, and must not hang because the virtual clock is paused.
        const timeout = setTimeout(wake, timeoutMs).unref();
        waiters.add(wake);
      });
    },
  };
}
