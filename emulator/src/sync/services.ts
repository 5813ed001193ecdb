import { notFound, TwilioError } from '../kernel/twilioError';
import type { KernelContext } from '../kernel/context';
import { createNamedObjects } from './namedObjects';
import type { ServiceSettings, SyncService } from './model';
import type { RateLimiter } from './rateLimiter';

/** The account's Sync Services. */
export interface Services {
  create(settings: ServiceSettings): SyncService;
  /** The Service itself, by SID or as `default`: 404 / 20404. */
  get(sidOrAlias: string): SyncService;
  /** The Service a Document, List or Map lives in: 404 / 54050. */
  owning(sidOrAlias: string): SyncService;
  all(): readonly SyncService[];
  remove(service: SyncService): void;
}

/** Starts with the default Service every account has; its alias in URLs is `default`. */
export function createServices(
  { clock, random }: KernelContext,
  limiter: RateLimiter,
): Services & { readonly defaultSid: string } {
  const bySid = new Map<string, SyncService>();

  const create = (settings: ServiceSettings): SyncService => {
    const now = clock.now();
    const service: SyncService = {
      sid: random.sid('IS'),
      dateCreated: now,
      dateUpdated: now,
      settings,
      countCreate: limiter.forService(),
      documents: createNamedObjects(),
      lists: createNamedObjects(),
      maps: createNamedObjects(),
    };
    bySid.set(service.sid, service);
    return service;
  };
  const defaultSid = create({ ...INITIAL_SETTINGS, friendlyName: 'Default Service' }).sid;
  const find = (sidOrAlias: string): SyncService | undefined =>
    bySid.get(sidOrAlias === 'default' ? defaultSid : sidOrAlias);

  return {
    defaultSid,
    create,
    get(sidOrAlias) {
      const service = find(sidOrAlias);
      if (service === undefined) throw notFound(`/Services/${sidOrAlias}`);
      return service;
    },
    owning(sidOrAlias) {
      const service = find(sidOrAlias);
      if (service === undefined) throw new TwilioError(404, 54050, 'Service instance not found');
      return service;
    },
    all: () => [...bySid.values()],
    remove(service) {
      bySid.delete(service.sid);
      service.documents.clear();
      for (const { items } of [...service.lists.all(), ...service.maps.all()]) {
        for (const item of items.values()) item.lifetime.end();
      }
      service.lists.clear();
      service.maps.clear();
    },
  };
}

/** A Service as created with an empty form; REST writes fire no webhooks unless asked (twilio_sync_v1.json). */
export const INITIAL_SETTINGS: ServiceSettings = {
  friendlyName: null,
  webhookUrl: null,
  webhooksFromRestEnabled: false,
  reachabilityWebhooksEnabled: false,
  reachabilityDebouncingEnabled: false,
  reachabilityDebouncingWindow: 5_000,
  aclEnabled: false,
};
