import type { CollectionKind } from './collectionKind';
import { createHistory } from './history';
import type { SyncCollection, SyncService } from './model';
import type { Sync } from './sync';
import { TWILIO, type Writer } from './writer';

/** Creates a List or Map; 409 / 54301 when the name is taken. */
export function createCollection(
  sync: Sync,
  kind: CollectionKind,
  service: SyncService,
  writer: Writer,
  { uniqueName, ttl }: { readonly uniqueName: string | null; readonly ttl: number | undefined },
): SyncCollection {
  kind.of(service).refuseTaken(uniqueName);
  if (writer.limited) service.countCreate();
  const now = sync.clock.now();
  const collection: SyncCollection = {
    sid: sync.random.sid(kind.sidPrefix),
    uniqueName,
    items: new Map(),
    nextIndex: 0,
    revision: 0,
    dateCreated: now,
    dateUpdated: now,
    createdBy: writer.author,
    limiter: sync.limiter.forObject(),
    history: createHistory(),
    lifetime: sync.lifetimes(() => {
      removeCollection(sync, kind, service, collection, TWILIO);
    }),
  };
  if (ttl !== undefined) collection.lifetime.set(ttl);
  kind.of(service).add(collection);
  return collection;
}

/** Starts a List's or Map's TTL anew. */
export function setCollectionTtl(collection: SyncCollection, writer: Writer, ttl: number | undefined): void {
  if (writer.limited) collection.limiter.write(0);
  if (ttl !== undefined) collection.lifetime.set(ttl);
}

/** Removes a List or Map with its items. */
export function removeCollection(
  sync: Sync,
  { of, kind }: CollectionKind,
  service: SyncService,
  collection: SyncCollection,
  writer: Writer,
): void {
  if (writer.limited) collection.limiter.write(0);
  for (const item of collection.items.values()) item.lifetime.end();
  of(service).remove(collection);
  sync.feed.publish({ service, object: collection, kind, type: 'removed', author: writer.author });
}
