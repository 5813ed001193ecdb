import { TwilioError } from '../../kernel/twilioError';
import type { TunnelRequest, TunnelRoute } from '../../twilsock/tunnel';
import type { CollectionKind } from '../collectionKind';
import { createCollection, removeCollection, setCollectionTtl } from '../collections';
import type { SyncCollection } from '../model';
import type { Sync } from '../sync';
import { client } from '../writer';
import { pageItems } from './pageItems';
import { readBody } from './readBody';
import { serviceOfSession } from './serviceOfSession';
import { showCollection, showItem, type View } from './showObject';

/** The List or Map a path names, and how to show it; 404 / 54150 or 54200 when there is none. */
export function openCollection(
  sync: Sync,
  kind: CollectionKind,
  request: TunnelRequest,
): { readonly view: View; readonly collection: SyncCollection } {
  const service = serviceOfSession(sync, request);
  const collection = kind.of(service).find(request.params['collection'] ?? '');
  if (!collection) throw new TwilioError(404, kind.missingCode, `${kind.kind} not found`);
  return { view: { accountSid: sync.accountSid, host: request.host, service }, collection };
}

/** `/v3/Lists|Maps` and `/v3/Lists|Maps/{Sid or UniqueName}`. */
export function clientCollectionRoutes(
  sync: Sync,
  kind: CollectionKind,
  base: string,
): readonly TunnelRoute[] {
  const instance = { host: 'cds', pattern: `${base}/${kind.segment}/:collection` };
  return [
    {
      host: 'cds',
      pattern: `${base}/${kind.segment}`,
      method: 'POST',
      handle: (request) => {
        const service = serviceOfSession(sync, request);
        const writer = client(request.session.identity.identity);
        const collection = createCollection(sync, kind, service, writer, readBody(request));
        const view = { accountSid: sync.accountSid, host: request.host, service };
        return { status: 201, body: showCollection(view, kind, collection) };
      },
    },
    {
      ...instance,
      method: 'GET',
      handle: (request) => {
        const { view, collection } = openCollection(sync, kind, request);
        collection.limiter.read();
        const body = showCollection(view, kind, collection);
        if (request.query.get('Include') !== 'items') return { status: 200, body };
        const { items } = pageItems(kind, collection, new URLSearchParams({ PageSize: '100' }));
        const shown = items.map((item) => showItem(view, kind, collection, item));
        return { status: 200, body: { ...body, items: shown } };
      },
    },
    {
      ...instance,
      method: 'POST',
      handle: (request) => {
        const { view, collection } = openCollection(sync, kind, request);
        setCollectionTtl(collection, client(request.session.identity.identity), readBody(request).ttl);
        return { status: 200, body: showCollection(view, kind, collection) };
      },
    },
    {
      ...instance,
      method: 'DELETE',
      handle: (request) => {
        const { view, collection } = openCollection(sync, kind, request);
        const writer = client(request.session.identity.identity);
        removeCollection(sync, kind, view.service, collection, writer);
        return { status: 204 };
      },
    },
  ];
}
