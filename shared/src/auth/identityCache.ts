import type { Clock, FlexUser } from '../endpoint/ports';

interface Entry {
  readonly user: FlexUser;
  readonly until: number;
}

/** Users by token hash for a limited time; the least recently used goes when it is full. */
export interface IdentityCache {
  find(hash: string): FlexUser | undefined;
  keep(hash: string, user: FlexUser, until: number): void;
}

export function identityCache(clock: Clock, capacity: number): IdentityCache {
  const entries = new Map<string, Entry>();
  return {
    find(hash) {
      const entry = entries.get(hash);
      if (!entry) return undefined;
      entries.delete(hash);
      if (entry.until <= clock.now()) return undefined;
      // A map keeps the order of insertion: what was used last goes to the end.
      entries.set(hash, entry);
      return entry.user;
    },
    keep(hash, user, until) {
      if (until <= clock.now()) return;
      entries.delete(hash);
      entries.set(hash, { user, until });
      const oldest = entries.keys().next();
      if (entries.size > capacity && !oldest.done) entries.delete(oldest.value);
    },
  };
}
