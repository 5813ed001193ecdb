import type { JsonObject } from '../sync/model';

export interface Row {
  readonly key: string;
  readonly data: JsonObject;
  /** The id of the event that made it so: grows over the whole table, so that a row that comes back is a newer one. */
  readonly revision: number;
}

/** One row before and after a change; undefined where it isn't there. */
export interface RowChange {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  readonly key: string;
  readonly eventId: number;
}

/** The rows of one index. */
export interface Table {
  readonly lastEventId: number;
  rows(): readonly Row[];
  set(key: string, data: JsonObject): void;
  remove(key: string): void;
  /** Returns the way to stop listening. */
  on(listener: (change: RowChange) => void): () => void;
}

export function createTable(): Table {
  const rows = new Map<string, { row: Row; json: string }>();
  const listeners = new Set<(change: RowChange) => void>();
  let lastEventId = 0;

  const tell = (change: RowChange): void => {
    for (const listener of listeners) listener(change);
  };

  return {
    get lastEventId() {
      return lastEventId;
    },
    rows: () => [...rows.values()].map(({ row }) => row),
    set(key, data) {
      const known = rows.get(key);
      const json = JSON.stringify(data);
      if (known?.json === json) return;
      lastEventId += 1;
      const after = { key, data: structuredClone(data), revision: lastEventId };
      rows.set(key, { row: after, json });
      tell({ key, before: known?.row, after, eventId: lastEventId });
    },
    remove(key) {
      const known = rows.get(key);
      if (!known) return;
      lastEventId += 1;
      rows.delete(key);
      tell({ key, before: known.row, after: undefined, eventId: lastEventId });
    },
    on(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
