import { isoDate } from '../kernel/paging';
import type { Revisioned, SyncCollection, SyncDocument, SyncService } from './model';

const ORIGIN = 'https://sync.twilio.com/v1/Services';

/** The fields every revisioned thing shows. */
export const showRevisioned = (thing: Revisioned) => {
  const expiresAt = thing.lifetime.expiresAt();
  return {
    revision: String(thing.revision),
    date_expires: expiresAt === null ? null : isoDate(expiresAt),
    date_created: isoDate(thing.dateCreated),
    date_updated: isoDate(thing.dateUpdated),
    created_by: thing.createdBy,
  };
};

export function showDocument(accountSid: string, service: SyncService, document: SyncDocument) {
  const url = `${ORIGIN}/${service.sid}/Documents/${document.sid}`;
  return {
    sid: document.sid,
    unique_name: document.uniqueName,
    account_sid: accountSid,
    service_sid: service.sid,
    url,
    links: { permissions: `${url}/Permissions` },
    data: document.data,
    ...showRevisioned(document),
  };
}

export const collectionUrl = (
  service: SyncService,
  segment: 'Lists' | 'Maps',
  collection: SyncCollection,
): string => `${ORIGIN}/${service.sid}/${segment}/${collection.sid}`;

export function showService(accountSid: string, service: SyncService) {
  const url = `${ORIGIN}/${service.sid}`;
  const { settings } = service;
  return {
    sid: service.sid,
    unique_name: null,
    account_sid: accountSid,
    friendly_name: settings.friendlyName,
    date_created: isoDate(service.dateCreated),
    date_updated: isoDate(service.dateUpdated),
    url,
    webhook_url: settings.webhookUrl,
    webhooks_from_rest_enabled: settings.webhooksFromRestEnabled,
    reachability_webhooks_enabled: settings.reachabilityWebhooksEnabled,
    acl_enabled: settings.aclEnabled,
    reachability_debouncing_enabled: settings.reachabilityDebouncingEnabled,
    reachability_debouncing_window: settings.reachabilityDebouncingWindow,
    links: {
      documents: `${url}/Documents`,
      lists: `${url}/Lists`,
      maps: `${url}/Maps`,
      streams: `${url}/Streams`,
    },
  };
}
