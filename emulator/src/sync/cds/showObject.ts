import type { CollectionKind } from '../collectionKind';
import type {
  Revisioned,
  SyncCollection,
  SyncDocument,
  SyncItem,
  SyncService,
  TopLevelObject,
} from '../model';

/** Where a client finds what it is shown: URLs carry the host it asked, so that a region stays a region. */
export interface View {
  readonly accountSid: string;
  readonly host: string;
  readonly service: SyncService;
}

const isoMs = (epochMs: number): string => new Date(epochMs).toISOString();

const objectUrl = ({ host, service }: View, segment: string, object: TopLevelObject): string =>
  `https://${host}/v3/Services/${service.sid}/${segment}/${object.sid}`;

const showRevisioned = ({ accountSid, service }: View, thing: Revisioned) => {
  const expiresAt = thing.lifetime.expiresAt();
  return {
    account_sid: accountSid,
    service_sid: service.sid,
    created_by: thing.createdBy,
    date_created: isoMs(thing.dateCreated),
    date_updated: isoMs(thing.dateUpdated),
    date_expires: expiresAt === null ? null : isoMs(expiresAt),
    revision: String(thing.revision),
  };
};

const showObject = (view: View, segment: string, object: TopLevelObject) => ({
  sid: object.sid,
  unique_name: object.uniqueName,
  ...showRevisioned(view, object),
  last_event_id: object.history.lastEventId,
  url: objectUrl(view, segment, object),
});

/** A Document as `twilio-sync` reads it (syncdocument.js). */
export const showDocument = (view: View, document: SyncDocument) => ({
  ...showObject(view, 'Documents', document),
  links: {},
  data: document.data,
});

/** A Map or List as `twilio-sync` reads it (syncmap.js, synclist.js). */
export function showCollection(view: View, { segment }: CollectionKind, collection: SyncCollection) {
  const shown = showObject(view, segment, collection);
  return { ...shown, links: { items: `${shown.url}/Items` } };
}

/** Where an item is; a List item's key is its index. */
export const itemUrl = (
  view: View,
  { segment }: CollectionKind,
  collection: TopLevelObject,
  key: string,
): string => `${objectUrl(view, segment, collection)}/Items/${encodeURIComponent(key)}`;

/** An item as `twilio-sync` reads it (syncmapitem.js, synclistitem.js). */
export const showItem = (view: View, kind: CollectionKind, collection: SyncCollection, item: SyncItem) => ({
  ...kind.showKey(item.key, collection.sid),
  ...showRevisioned(view, item),
  last_event_id: item.lastEventId,
  url: itemUrl(view, kind, collection, item.key),
  data: item.data,
});
