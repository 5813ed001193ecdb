import type { Clock } from '../kernel/clock';
import type { SyncChange } from './change';

/** Every change of the store, in order. */
export interface ChangeFeed {
  /** Records a change in its object's history and tells every listener; returns the change's id. */
  publish(change: Omit<SyncChange, 'id' | 'at' | 'revision'>): number;
  /** Listens from now on. Returns the way to stop listening. */
  on(listener: (change: SyncChange) => void): () => void;
}

export function createChangeFeed(clock: Clock): ChangeFeed {
  const listeners = new Set<(change: SyncChange) => void>();
  return {
    publish(change) {
      const { object } = change;
      const published = object.history.add((id) => ({
        ...change,
        id,
        at: clock.now(),
        revision: object.revision,
      }));
      for (const listener of listeners) listener(published);
      return published.id;
    },
    on(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
