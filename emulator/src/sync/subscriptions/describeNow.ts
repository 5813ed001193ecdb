import type { ObjectKind, SyncChange } from '../change';
import type { SyncCollection, SyncDocument, SyncItem, SyncService, TopLevelObject } from '../model';

const hasItems = (object: TopLevelObject): object is SyncCollection => 'items' in object;
const hasData = (object: TopLevelObject): object is SyncDocument => 'data' in object;

/**
 * An object's present state as events, for a client that was away longer than the history reaches. It hears of every
 * item there is; of those removed meanwhile it can't.
 */
export function describeNow(service: SyncService, kind: ObjectKind, object: TopLevelObject): SyncChange[] {
  const common = { service, object, kind, at: object.dateUpdated, author: object.createdBy };
  if (hasItems(object)) {
    const byEvent = (a: SyncItem, b: SyncItem): number => a.lastEventId - b.lastEventId;
    return [...object.items.values()]
      .sort(byEvent)
      .map(({ key, revision, lastEventId, data, dateUpdated, createdBy }) => ({
        ...common,
        at: dateUpdated,
        author: createdBy,
        type: 'item_updated',
        id: lastEventId,
        revision: object.revision,
        data,
        item: { key, revision },
      }));
  }
  const { history, revision } = object;
  const data = hasData(object) ? { data: object.data } : {};
  return [{ ...common, type: 'updated', id: history.lastEventId, revision, ...data }];
}
