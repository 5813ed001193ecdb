import { findOr404 } from '../lookup';
import type { Directory } from '../operations';
import type { WorkspaceState } from '../state';

/** Looks up the snapshots of one kind of resource. `collection` is its name in paths, e.g. `Tasks`. */
export function directory<R, T>(
  state: WorkspaceState,
  collection: string,
  map: ReadonlyMap<string, R>,
  show: (record: R) => T,
): Directory<T> {
  return {
    get: (sid) => show(findOr404(state, map, collection, sid)),
    find(sid) {
      const record = map.get(sid);
      return record === undefined ? undefined : show(record);
    },
    list: () => Array.from(map.values(), show),
  };
}
