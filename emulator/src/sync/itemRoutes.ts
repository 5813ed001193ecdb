import { page } from '../kernel/paging';
import { queryOf } from '../kernel/parameters';
import { pathSid } from '../kernel/pathSid';
import type { Route, TwilioRequest } from '../kernel/route';
import { notFound } from '../kernel/twilioError';
import type { CollectionKind } from './collectionKind';
import { findCollection } from './collectionRoutes';
import { createItem, removeItem, updateItem, type Ttls } from './items';
import { MAX_PAGE_SIZE } from './maxPageSize';
import type { SyncCollection, SyncItem, SyncService } from './model';
import { readData, readKey, readTtl, requireData } from './readForm';
import { replyWithETag } from './revise';
import { selectItems } from './selectItems';
import { collectionUrl, showRevisioned } from './show';
import type { Sync } from './sync';
import { REST } from './writer';

/** `/Lists|Maps/{Sid}/Items` and `/Items/{Index|Key}`. */
export function itemRoutes(sync: Sync, kind: CollectionKind): readonly Route[] {
  const collectionPattern = `/v1/Services/:serviceSid/${kind.segment}/:collectionSid/Items`;
  const instancePattern = `${collectionPattern}/:key`;
  const show = (service: SyncService, collection: SyncCollection) => (item: SyncItem) =>
    showItem(sync, kind, service, collection, item);
  const find = (request: TwilioRequest) => {
    const { service, collection } = findCollection(sync, kind, request);
    const item = collection.items.get(pathSid(request, 'key'));
    if (item === undefined) throw notFound(request.path);
    return { service, collection, item };
  };

  return [
    {
      method: 'GET',
      pattern: collectionPattern,
      handle: (request) => {
        const { service, collection } = findCollection(sync, kind, request);
        collection.limiter.read();
        const items = selectItems(kind, collection, queryOf(request));
        return page(request, 'items', items, show(service, collection), MAX_PAGE_SIZE);
      },
    },
    {
      method: 'POST',
      pattern: collectionPattern,
      handle: (request) => {
        const { service, collection } = findCollection(sync, kind, request);
        const item = createItem(sync, { kind, service, collection }, REST, {
          data: requireData(request.form),
          ttls: readTtls(request.form),
          key: () => readKey(request.form),
        });
        return replyWithETag(201, item, show(service, collection)(item));
      },
    },
    {
      method: 'GET',
      pattern: instancePattern,
      handle: (request) => {
        const { service, collection, item } = find(request);
        collection.limiter.read();
        return replyWithETag(200, item, show(service, collection)(item));
      },
    },
    {
      method: 'POST',
      pattern: instancePattern,
      handle: (request) => {
        const { service, collection, item } = find(request);
        updateItem(sync, { kind, service, collection }, item, REST, {
          data: readData(request.form),
          ttls: readTtls(request.form),
          ifMatch: request.headers['if-match'],
        });
        return replyWithETag(200, item, show(service, collection)(item));
      },
    },
    {
      method: 'DELETE',
      pattern: instancePattern,
      handle: (request) => {
        const { service, collection, item } = find(request);
        removeItem(sync, { kind, service, collection }, item, REST, request.headers['if-match']);
        return { status: 204 };
      },
    },
  ];
}

const readTtls = (form: URLSearchParams): Ttls => ({
  item: readTtl(form, ['ItemTtl', 'Ttl']),
  collection: readTtl(form, ['CollectionTtl']),
});

function showItem(
  sync: Sync,
  kind: CollectionKind,
  service: SyncService,
  collection: SyncCollection,
  item: SyncItem,
) {
  return {
    ...kind.showKey(item.key, collection.sid),
    account_sid: sync.accountSid,
    service_sid: service.sid,
    url: `${collectionUrl(service, kind.segment, collection)}/Items/${encodeURIComponent(item.key)}`,
    data: item.data,
    ...showRevisioned(item),
  };
}
