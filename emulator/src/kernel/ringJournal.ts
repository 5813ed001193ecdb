import type { Clock } from './clock';
import type { Journal, JournalEntry, JournalFilter } from './journal';
import { countKey, matchesFilter } from './matchJournal';

interface Waiter {
  readonly filter: JournalFilter;
  readonly done: (entries: readonly JournalEntry[]) => void;
}

/** A journal in memory that keeps the newest `capacity` entries. */
export function createJournal(clock: Clock, capacity = 10_000): Journal {
  const ring: (JournalEntry | undefined)[] = [];
  const waiters = new Set<Waiter>();
  let sequence = 0;
  let firstKept = 1;

  const entries = (filter: JournalFilter = {}): readonly JournalEntry[] => {
    const found: JournalEntry[] = [];
    for (let at = Math.max(firstKept, (filter.since ?? 0) + 1); at <= sequence; at++) {
      const entry = ring[at % capacity];
      if (entry && matchesFilter(entry, filter)) found.push(entry);
    }
    return found;
  };

  return {
    get sequence() {
      return sequence;
    },
    record(record) {
      sequence += 1;
      const entry: JournalEntry = { sequence, at: clock.now(), ...record };
      ring[sequence % capacity] = entry;
      firstKept = Math.max(firstKept, sequence - capacity + 1);
      for (const waiter of waiters) if (matchesFilter(entry, waiter.filter)) waiter.done([entry]);
    },
    entries,
    counts(filter) {
      const counts: Record<string, number> = {};
      for (const entry of entries(filter)) {
        const key = countKey(entry);
        counts[key] = (counts[key] ?? 0) + 1;
      }
      return counts;
    },
    waitFor(filter, timeoutMs) {
      const already = entries(filter);
      if (already.length > 0 || timeoutMs <= 0) return Promise.resolve(already);
      return new Promise((resolve) => {
        const waiter: Waiter = {
          filter,
          done: (found) => {
            clearTimeout(timeout);
            waiters.delete(waiter);
            resolve(found);
          },
        };
        // Real time: whoever waits here is a client, and must not hang because the virtual clock is paused.
        const timeout = setTimeout(() => {
          waiter.done([]);
        }, timeoutMs).unref();
        waiters.add(waiter);
      });
    },
    clear() {
      ring.length = 0;
      firstKept = sequence + 1;
    },
  };
}
