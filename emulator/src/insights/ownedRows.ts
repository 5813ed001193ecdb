import type { JsonObject } from '../sync/model';
import type { LiveIndex, LiveQueries } from './liveIndex';

/** Rows of live query tables: a workspace's own, and those of each of its tasks. */
export interface OwnedRows {
  set(table: string, key: string, row: JsonObject): void;
  remove(table: string, key: string): void;
  /** Removes everything. */
  drop(): void;
}

/** Remembers which rows were set, so that they can be removed together. */
export function createOwnedRows(live: LiveQueries): OwnedRows {
  const owned = new Map<string, LiveIndex>();
  return {
    set(table, key, row) {
      const index = live.index(table);
      owned.set(key, index);
      index.set(key, row);
    },
    remove(table, key) {
      owned.delete(key);
      live.index(table).remove(key);
    },
    drop() {
      for (const [key, index] of owned) index.remove(key);
      owned.clear();
    },
  };
}
