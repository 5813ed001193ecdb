import type { SyncChange } from '../change';
import { LISTS, MAPS } from '../collectionKind';
import { itemUrl } from '../cds/showObject';
import type { Sync } from '../sync';

const HOST = 'cds.us1.twilio.com';

/** A change as `twilio-sync` reads it (`_update` of syncdocument.js, syncmap.js, synclist.js). */
export function showEvent({ accountSid }: Sync, change: SyncChange, protocolVersion: number) {
  const { service, object, kind, item, data } = change;
  const view = { accountSid, host: HOST, service };
  return {
    event_type: `${kind}_${change.type}`,
    event_protocol_version: protocolVersion,
    event: {
      id: change.id,
      [`${kind}_sid`]: object.sid,
      [`${kind}_unique_name`]: object.uniqueName,
      [`${kind}_revision`]: String(change.revision),
      service_sid: service.sid,
      date_created: new Date(change.at).toISOString(),
      created_by: change.author,
      ...(item === undefined
        ? { document_data: data }
        : {
            ...(kind === 'list' ? { item_index: Number(item.key) } : { item_key: item.key }),
            item_url: itemUrl(view, kind === 'list' ? LISTS : MAPS, object, item.key),
            item_revision: String(item.revision),
            item_data: data,
          }),
    },
  };
}
