import { page } from '../kernel/paging';
import { pathSid } from '../kernel/pathSid';
import type { Route, TwilioRequest } from '../kernel/route';
import type { CollectionKind } from './collectionKind';
import { createCollection, removeCollection, setCollectionTtl } from './collections';
import { MAX_PAGE_SIZE } from './maxPageSize';
import type { SyncCollection, SyncService } from './model';
import { readTtl, readUniqueName } from './readForm';
import { collectionUrl, showRevisioned } from './show';
import type { Sync } from './sync';
import { REST } from './writer';

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
        const collection = createCollection(sync, kind, service, REST, {
          uniqueName: readUniqueName(request.form),
          ttl: readTtl(request.form, ['CollectionTtl', 'Ttl']),
        });
        return { status: 201, body: show(service)(collection) };
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
        setCollectionTtl(collection, REST, readTtl(request.form, ['CollectionTtl', 'Ttl']));
        return { status: 200, body: show(service)(collection) };
      },
    },
    {
      method: 'DELETE',
      pattern: instancePattern,
      handle: (request) => {
        const { service, collection } = findCollection(sync, kind, request);
        removeCollection(sync, kind, service, collection, REST);
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
