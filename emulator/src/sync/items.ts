import type { ChangeType } from './change';
import type { CollectionKind } from './collectionKind';
import { matchRevision } from './matchRevision';
import type { SyncCollection, SyncItem, SyncService } from './model';
import type { Payload } from './payload';
import { revise, reviseData } from './revise';
import type { Sync } from './sync';
import { TWILIO, type Writer } from './writer';

/** A List or Map, the Service it is in and what distinguishes the two kinds. */
export interface Parent {
  readonly kind: CollectionKind;
  readonly service: SyncService;
  readonly collection: SyncCollection;
}

export interface Ttls {
  readonly item: number | undefined;
  /** Renews the parent's expiry. */
  readonly collection: number | undefined;
}

export const NO_TTLS: Ttls = { item: undefined, collection: undefined };

/** Adds an item; never an upsert (409 / 54208 in a Map). @param key asked of Maps only */
export function createItem(
  sync: Sync,
  parent: Parent,
  writer: Writer,
  { key: asked, data, ttls }: { key: () => string; readonly data: Payload; readonly ttls: Ttls },
): SyncItem {
  const { kind, collection } = parent;
  if (writer.limited) collection.limiter.write(data.bytes);
  const key = kind.newKey(collection, asked);
  const now = sync.clock.now();
  const item: SyncItem = {
    key,
    data: data.value,
    revision: 0,
    dateCreated: now,
    dateUpdated: now,
    createdBy: writer.author,
    lastEventId: 0,
    lifetime: sync.lifetimes(() => {
      collection.items.delete(key);
      publish(sync, parent, item, 'item_removed', TWILIO);
    }),
  };
  collection.items.set(key, item);
  revise(collection, now);
  applyTtls(collection, item, ttls);
  publish(sync, parent, item, 'item_added', writer);
  return item;
}

export interface ItemWrite {
  readonly data: Payload | undefined;
  readonly ttls: Ttls;
  readonly ifMatch: string | undefined;
}

/** Replaces an item's data and, only where asked, TTLs. */
export function updateItem(
  sync: Sync,
  parent: Parent,
  item: SyncItem,
  writer: Writer,
  { data, ttls, ifMatch }: ItemWrite,
): void {
  const { kind, collection } = parent;
  if (writer.limited) collection.limiter.write(data?.bytes ?? 0);
  matchRevision(ifMatch, item, kind.mismatch);
  applyTtls(collection, item, ttls);
  if (data === undefined) return;
  reviseData(item, data.value, sync.clock.now());
  revise(collection, sync.clock.now());
  publish(sync, parent, item, 'item_updated', writer);
}

/** Deletes an item, conditionally when asked (Documents have no such thing). */
export function removeItem(
  sync: Sync,
  parent: Parent,
  item: SyncItem,
  writer: Writer,
  ifMatch: string | undefined,
): void {
  const { kind, collection } = parent;
  if (writer.limited) collection.limiter.write(0);
  matchRevision(ifMatch, item, kind.mismatch);
  item.lifetime.end();
  collection.items.delete(item.key);
  kind.afterDelete(collection);
  revise(collection, sync.clock.now());
  publish(sync, parent, item, 'item_removed', writer);
}

function publish(
  sync: Sync,
  { kind, service, collection }: Parent,
  item: SyncItem,
  type: ChangeType,
  writer: Writer,
): void {
  item.lastEventId = sync.feed.publish({
    service,
    object: collection,
    kind: kind.kind,
    type,
    author: writer.author,
    data: item.data,
    item: { key: item.key, revision: item.revision },
  });
}

function applyTtls(collection: SyncCollection, item: SyncItem, ttls: Ttls): void {
  if (ttls.item !== undefined) item.lifetime.set(ttls.item);
  if (ttls.collection !== undefined) collection.lifetime.set(ttls.collection);
}
