import { TwilioError } from '../../kernel/twilioError';
import type { TunnelReply, TunnelRequest, TunnelRoute } from '../../twilsock/tunnel';
import type { CollectionKind } from '../collectionKind';
import { createItem, removeItem, updateItem } from '../items';
import type { SyncItem } from '../model';
import type { Payload } from '../payload';
import type { Sync } from '../sync';
import { client } from '../writer';
import { openCollection } from './clientCollectionRoutes';
import { pageItems } from './pageItems';
import { readBody, type ClientWrite } from './readBody';
import { showItem } from './showObject';

/** `If-Match` of a PUT that shall only add (syncmap.js: "put if not exists"). */
const IF_ABSENT = '-1';

const ttlsOf = ({ ttl }: ClientWrite) => ({ item: ttl, collection: undefined });

function requireData({ data }: ClientWrite): Payload {
  if (data === undefined) throw new TwilioError(400, 54008, 'Invalid Data: missing');
  return data;
}

/** `/v3/Lists|Maps/{Sid}/Items` and `/Items/{Index|Key}`. */
export function clientItemRoutes(sync: Sync, kind: CollectionKind, base: string): readonly TunnelRoute[] {
  const collectionPattern = `${base}/${kind.segment}/:collection/Items`;
  const instance = { host: 'cds', pattern: `${collectionPattern}/:key` };

  const open = (request: TunnelRequest) => {
    const { view, collection } = openCollection(sync, kind, request);
    const key = request.params['key'] ?? '';
    return {
      view,
      collection,
      key,
      item: collection.items.get(key),
      parent: { kind, service: view.service, collection },
      writer: client(request.session.identity.identity),
    };
  };
  type Opened = ReturnType<typeof open>;

  const reply = ({ view, collection }: Opened, status: 200 | 201, item: SyncItem): TunnelReply => ({
    status,
    body: showItem(view, kind, collection, item),
  });

  const requireItem = ({ item }: Opened): SyncItem => {
    if (!item) throw new TwilioError(404, kind.missingItemCode, `${kind.kind} item not found`);
    return item;
  };

  const add = (opened: Opened, write: ClientWrite): TunnelReply => {
    const { parent, writer, key } = opened;
    const item = { key: () => key, data: requireData(write), ttls: ttlsOf(write) };
    return reply(opened, 201, createItem(sync, parent, writer, item));
  };

  const update = (opened: Opened, item: SyncItem, write: ClientWrite): TunnelReply => {
    const { data, ifMatch } = write;
    updateItem(sync, opened.parent, item, opened.writer, { data, ifMatch, ttls: ttlsOf(write) });
    return reply(opened, 200, item);
  };

  return [
    {
      host: 'cds',
      pattern: collectionPattern,
      method: 'GET',
      handle: (request) => {
        const { view, collection } = openCollection(sync, kind, request);
        collection.limiter.read();
        const { items, previousToken, nextToken } = pageItems(kind, collection, request.query);
        return {
          status: 200,
          body: {
            items: items.map((item) => showItem(view, kind, collection, item)),
            meta: { key: 'items', previous_token: previousToken, next_token: nextToken },
          },
        };
      },
    },
    {
      ...instance,
      method: 'POST',
      handle: (request) => {
        const opened = open(request);
        return update(opened, requireItem(opened), readBody(request));
      },
    },
    {
      ...instance,
      method: 'DELETE',
      handle: (request) => {
        const opened = open(request);
        const item = requireItem(opened);
        removeItem(sync, opened.parent, item, opened.writer, request.headers['if-match']);
        const { view, collection } = opened;
        return { status: 200, body: showItem(view, kind, collection, item) };
      },
    },
    kind.kind === 'list'
      ? {
          host: 'cds',
          pattern: collectionPattern,
          method: 'POST',
          handle: (request) => add(open(request), readBody(request)),
        }
      : {
          // A Map's items are put: one request adds or replaces, and 201 or 200 tells which.
          ...instance,
          method: 'PUT',
          handle: (request) => {
            const opened = open(request);
            const write = readBody(request);
            const { item } = opened;
            if (!item) return add(opened, write);
            if (write.ifMatch === IF_ABSENT) {
              const { code, noun } = kind.mismatch;
              throw new TwilioError(412, code, `The ${noun} exists already`);
            }
            return update(opened, item, write);
          },
        },
  ];
}
