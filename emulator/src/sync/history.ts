import type { SyncChange } from './change';

/** As many changes of one object as are kept for clients that were away. */
const CAPACITY = 200;

/** The newest changes of one object. */
export interface History {
  /** The id of the newest change, 0 before the first. */
  readonly lastEventId: number;
  add(describe: (id: number) => SyncChange): SyncChange;
  /** Everything after change `id`, in order; undefined when that isn't known any more, or never was. */
  since(id: number): readonly SyncChange[] | undefined;
}

export function createHistory(): History {
  const kept: SyncChange[] = [];
  let lastEventId = 0;
  return {
    get lastEventId() {
      return lastEventId;
    },
    add(describe) {
      lastEventId += 1;
      const change = describe(lastEventId);
      kept.push(change);
      if (kept.length > CAPACITY) kept.shift();
      return change;
    },
    since(id) {
      const missed = lastEventId - id;
      if (missed < 0 || missed > kept.length) return undefined;
      return missed === 0 ? [] : kept.slice(-missed);
    },
  };
}
