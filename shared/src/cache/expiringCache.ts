import type { Clock } from '../endpoint/ports';

interface Entry<Value> {
  readonly value: Value;
  readonly until: number;
}

/** Values by key for a limited time, in this process; the least recently used goes when it is full. */
export interface ExpiringCache<Value> {
  find(key: string): Value | undefined;
  /** `until` in ms since 1970. */
  keep(key: string, value: Value, until: number): void;
}

export function expiringCache<Value>(clock: Clock, capacity: number): ExpiringCache<Value> {
  const entries = new Map<string, Entry<Value>>();
  return {
    find(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      if (entry.until <= clock.now()) return undefined;
      // A map keeps the order of insertion: what was used last goes to the end.
      entries.set(key, entry);
      return entry.value;
    },
    keep(key, value, until) {
      if (until <= clock.now()) return;
      entries.delete(key);
      entries.set(key, { value, until });
      const oldest = entries.keys().next();
      if (entries.size > capacity && !oldest.done) entries.delete(oldest.value);
    },
  };
}
