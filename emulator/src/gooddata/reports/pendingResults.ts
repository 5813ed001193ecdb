import type { Clock } from '../../kernel/clock';
import { keepNewest } from '../../kernel/keepNewest';
import type { Random } from '../../kernel/random';

/** More than any client polls at the same time; what is beyond is forgotten, the oldest first. */
const MAX_KEPT = 500;

/** A result that is still computed until `readyAt`. */
export interface PendingResult<T> {
  readonly id: string;
  readonly startedAt: number;
  readonly readyAt: number;
  readonly result: T;
}

/** Results to poll for, by their IDs. */
export interface PendingResults<T> {
  /** Answers the ID. */
  start(result: T, latencyMs: number): string;
  /** The result once it is ready, `'computing'` until then, undefined for an ID that is unknown or forgotten. */
  poll(id: string): PendingResult<T> | 'computing' | undefined;
  list(): readonly PendingResult<T>[];
}

export function createPendingResults<T>(clock: Clock, random: Random): PendingResults<T> {
  const results = new Map<string, PendingResult<T>>();
  return {
    start(result, latencyMs) {
      const id = random.sid('');
      const startedAt = clock.now();
      keepNewest(results, id, { id, startedAt, readyAt: startedAt + latencyMs, result }, MAX_KEPT);
      return id;
    },
    poll(id) {
      const pending = results.get(id);
      return pending && pending.readyAt > clock.now() ? 'computing' : pending;
    },
    list: () => [...results.values()],
  };
}
