import { isObject } from '../kernel/isObject';
import { readJson } from '../kernel/readJson';
import { LISTS, MAPS, type CollectionKind } from './collectionKind';
import { createCollection, removeCollection } from './collections';
import { createDocument, removeDocument, updateDocument } from './documents';
import { createItem, NO_TTLS, removeItem, updateItem, type Parent } from './items';
import type { JsonObject, SyncCollection, SyncDocument, SyncService } from './model';
import type { Payload } from './payload';
import type { SpaceDocument, SpaceList, SpaceMap, SyncSpace } from './space';
import type { Sync } from './sync';
import { TWILIO } from './writer';

/** A copy as it would have come over the wire: later changes of the product's own object don't get in. */
function copy(data: JsonObject): Payload {
  const value = readJson(JSON.stringify(data));
  return { value: isObject(value) ? value : {}, bytes: 0 };
}

/** Lets products write one Service without HTTP and rate limits; what was removed comes to be anew when it is written. */
export function createSpace(sync: Sync, service: SyncService): SyncSpace {
  const openDocument = (uniqueName: string): SyncDocument =>
    service.documents.find(uniqueName) ??
    createDocument(sync, service, TWILIO, { uniqueName, data: {}, ttl: undefined });
  const openCollection = (kind: CollectionKind, uniqueName: string): SyncCollection =>
    kind.of(service).find(uniqueName) ??
    createCollection(sync, kind, service, TWILIO, { uniqueName, ttl: undefined });

  const document = (uniqueName: string): SpaceDocument => {
    openDocument(uniqueName);
    return {
      get sid() {
        return openDocument(uniqueName).sid;
      },
      get: () => openDocument(uniqueName).data,
      set(data) {
        updateDocument(sync, service, openDocument(uniqueName), TWILIO, {
          data: copy(data),
          ttl: undefined,
          ifMatch: undefined,
        });
      },
      remove() {
        const found = service.documents.find(uniqueName);
        if (found) removeDocument(sync, service, found, TWILIO);
      },
    };
  };

  /** What Maps and Lists have in common. */
  const collection = (kind: CollectionKind, uniqueName: string) => {
    const open = (): Parent => ({ kind, service, collection: openCollection(kind, uniqueName) });
    open();
    return {
      items: () => open().collection.items,
      startAt: (index: number): void => {
        open().collection.nextIndex = index;
      },
      sid: () => open().collection.sid,
      add: (key: string, data: JsonObject): string =>
        createItem(sync, open(), TWILIO, { key: () => key, data: copy(data), ttls: NO_TTLS }).key,
      update(key: string, data: JsonObject): boolean {
        const parent = open();
        const item = parent.collection.items.get(key);
        if (!item) return false;
        const write = { data: copy(data), ttls: NO_TTLS, ifMatch: undefined };
        updateItem(sync, parent, item, TWILIO, write);
        return true;
      },
      delete: (key: string): boolean => {
        const parent = open();
        const item = parent.collection.items.get(key);
        if (item) removeItem(sync, parent, item, TWILIO, undefined);
        return item !== undefined;
      },
      remove: (): void => {
        const found = kind.of(service).find(uniqueName);
        if (found) removeCollection(sync, kind, service, found, TWILIO);
      },
    };
  };

  const map = (uniqueName: string): SpaceMap => {
    const own = collection(MAPS, uniqueName);
    return {
      get sid() {
        return own.sid();
      },
      get: (key) => own.items().get(key)?.data,
      keys: () => [...own.items().keys()],
      set(key, data) {
        if (!own.update(key, data)) own.add(key, data);
      },
      delete: own.delete,
      remove: own.remove,
    };
  };

  const list = (uniqueName: string): SpaceList => {
    const own = collection(LISTS, uniqueName);
    return {
      get sid() {
        return own.sid();
      },
      items: () => [...own.items().values()].map(({ key, data }) => ({ index: Number(key), data })),
      append: (data) => Number(own.add('', data)),
      insert(index, data) {
        if (own.items().has(String(index))) throw new RangeError(`The list has an item ${index} already`);
        own.startAt(index);
        own.add('', data);
      },
      set(index, data) {
        if (!own.update(String(index), data)) throw new RangeError(`The list has no item ${index}`);
      },
      delete: (index) => own.delete(String(index)),
      remove: own.remove,
    };
  };

  return { serviceSid: service.sid, document, map, list };
}
