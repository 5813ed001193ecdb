import { page } from '../kernel/paging';
import { pathSid } from '../kernel/pathSid';
import type { Route, TwilioRequest } from '../kernel/route';
import type { CollectionKind } from './collectionKind';
import { MAX_PAGE_SIZE } from './maxPageSize';
import type { SyncCollection, SyncService } from './model';
import { readTtl, readUniqueName } from './readForm';
import { collectionUrl, showRevisioned } from './show';
import type { Sync } from './sync';

/** `/v1/Services/{ServiceSid}/Lists|Maps` and `/Lists|Maps/{Sid or UniqueName}`. */
export function collectionRoutes(sync: Sync, kind: CollectionKind): readonly Route[] {
  const collectionPattern = `/v1/Services/:serviceSid/${kind.segment}`;
  const instancePattern = `${collectionPattern}/:collectionSid`;
  const show = (service: SyncService) => (collection: SyncCollection) =>
    showCollection(sync, kind, service, collection);

  return [
    {
      method: 'GET',
      pattern: collectionPattern,
      handle: (request) => {
        const service = sync.services.owning(pathSid(request, 'serviceSid'));
        return page(request, kind.listKey, kind.of(service).all(), show(service), MAX_PAGE_SIZE);
      },
    },
    {
      method: 'POST',
      pattern: collectionPattern,
      handle: (request) => {
        const service = sync.services.owning(pathSid(request, 'serviceSid'));
        return { status: 201, body: show(service)(createCollection(sync, kind, service, request.form)) };
      },
    },
    {
      method: 'GET',
      pattern: instancePattern,
      handle: (request) => {
        const { service, collection } = findCollection(sync, kind, request);
        collection.limiter.read();
        return { status: 200, body: show(service)(collection) };
      },
    },
    {
      method: 'POST',
      pattern: instancePattern,
      handle: (request) => {
        const { service, collection } = findCollection(sync, kind, request);
        const ttl = readTtl(request.form, ['CollectionTtl', 'Ttl']);
        collection.limiter.write(0);
        if (ttl !== undefined) collection.lifetime.set(ttl);
        return { status: 200, body: show(service)(collection) };
      },
    },
    {
      method: 'DELETE',
      pattern: instancePattern,
      handle: (request) => {
        const { service, collection } = findCollection(sync, kind, request);
        collection.limiter.write(0);
        removeCollection(kind, service, collection);
        return { status: 204 };
      },
    },
  ];
}

/** The List or Map a request's path names; 404 / 54050 for the Service, 404 / 20404 for the rest. */
export function findCollection(
  sync: Sync,
  kind: CollectionKind,
  request: TwilioRequest,
): { service: SyncService; collection: SyncCollection } {
  const service = sync.services.owning(pathSid(request, 'serviceSid'));
  return { service, collection: kind.of(service).get(pathSid(request, 'collectionSid'), request.path) };
}

function createCollection(
  sync: Sync,
  kind: CollectionKind,
  service: SyncService,
  form: URLSearchParams,
): SyncCollection {
  const uniqueName = readUniqueName(form);
  const ttl = readTtl(form, ['CollectionTtl', 'Ttl']);
  kind.of(service).refuseTaken(uniqueName);
  service.countCreate();
  const now = sync.clock.now();
  const collection: SyncCollection = {
    sid: sync.random.sid(kind.sidPrefix),
    uniqueName,
    items: new Map(),
    nextIndex: 0,
    revision: 0,
    dateCreated: now,
    dateUpdated: now,
    limiter: sync.limiter.forObject(),
    lifetime: sync.lifetimes(() => {
      removeCollection(kind, service, collection);
    }),
  };
  if (ttl !== undefined) collection.lifetime.set(ttl);
  kind.of(service).add(collection);
  return collection;
}

function removeCollection(kind: CollectionKind, service: SyncService, collection: SyncCollection): void {
  for (const item of collection.items.values()) item.lifetime.end();
  kind.of(service).remove(collection);
}

function showCollection(sync: Sync, kind: CollectionKind, service: SyncService, collection: SyncCollection) {
  const url = collectionUrl(service, kind.segment, collection);
  return {
    sid: collection.sid,
    unique_name: collection.uniqueName,
    account_sid: sync.accountSid,
    service_sid: service.sid,
    url,
    links: { items: `${url}/Items`, permissions: `${url}/Permissions` },
    ...showRevisioned(collection),
  };
}
