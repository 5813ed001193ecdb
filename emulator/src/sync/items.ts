import type { TwilioRequest } from '../kernel/route';
import type { CollectionKind } from './collectionKind';
import { matchRevision } from './matchRevision';
import type { SyncCollection, SyncItem } from './model';
import { readData, readTtl, requireData } from './readForm';
import { revise, reviseData } from './revise';
import type { Sync } from './sync';

/** Adds an item; never an upsert (409 / 54208 in a Map). `CollectionTtl` renews the parent's expiry. */
export function createItem(
  sync: Sync,
  kind: CollectionKind,
  collection: SyncCollection,
  form: URLSearchParams,
): SyncItem {
  const data = requireData(form);
  const ttls = readTtls(form);
  collection.limiter.write(data.bytes);
  const key = kind.newKey(collection, form);
  const now = sync.clock.now();
  const item: SyncItem = {
    key,
    data: data.value,
    revision: 0,
    dateCreated: now,
    dateUpdated: now,
    lifetime: sync.lifetimes(() => {
      collection.items.delete(key);
    }),
  };
  collection.items.set(key, item);
  revise(collection, now);
  applyTtls(collection, item, ttls);
  return item;
}

/** Replaces an item's data and, only where the form says so, TTLs. */
export function updateItem(
  sync: Sync,
  kind: CollectionKind,
  collection: SyncCollection,
  item: SyncItem,
  request: TwilioRequest,
): void {
  const data = readData(request.form);
  const ttls = readTtls(request.form);
  collection.limiter.write(data?.bytes ?? 0);
  matchRevision(request, item, kind.mismatch);
  if (data !== undefined) {
    reviseData(item, data.value, sync.clock.now());
    revise(collection, sync.clock.now());
  }
  applyTtls(collection, item, ttls);
}

/** Deletes an item, conditionally when the request says `If-Match` (Documents have no such thing). */
export function removeItem(
  sync: Sync,
  kind: CollectionKind,
  collection: SyncCollection,
  item: SyncItem,
  request: TwilioRequest,
): void {
  collection.limiter.write(0);
  matchRevision(request, item, kind.mismatch);
  item.lifetime.end();
  collection.items.delete(item.key);
  kind.afterDelete(collection);
  revise(collection, sync.clock.now());
}

interface Ttls {
  readonly item: number | undefined;
  readonly collection: number | undefined;
}

const readTtls = (form: URLSearchParams): Ttls => ({
  item: readTtl(form, ['ItemTtl', 'Ttl']),
  collection: readTtl(form, ['CollectionTtl']),
});

function applyTtls(collection: SyncCollection, item: SyncItem, ttls: Ttls): void {
  if (ttls.item !== undefined) item.lifetime.set(ttls.item);
  if (ttls.collection !== undefined) collection.lifetime.set(ttls.collection);
}
