import { notFound, TwilioError } from '../kernel/twilioError';
import type { KernelContext } from '../kernel/context';
import type { SyncGrant } from './grant';
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
  /** What a token's grant opens: the default Service for `data_sync`, else one of Twilio's own that REST doesn't show. */
  ofGrant(grant: SyncGrant): SyncService;
  remove(service: SyncService): void;
}

/** Starts with the default Service every account has; its alias in URLs is `default`. */
export function createServices(
  { clock, random }: KernelContext,
  limiter: RateLimiter,
): Services & { readonly defaultSid: string } {
  const bySid = new Map<string, SyncService>();
  const ofGrants = new Map<SyncGrant, SyncService>();

  const build = (settings: ServiceSettings): SyncService => {
    const now = clock.now();
    return {
      sid: random.sid('IS'),
      dateCreated: now,
      dateUpdated: now,
      settings,
      countCreate: limiter.forService(),
      documents: createNamedObjects(),
      lists: createNamedObjects(),
      maps: createNamedObjects(),
    };
  };
  const create = (settings: ServiceSettings): SyncService => {
    const service = build(settings);
    bySid.set(service.sid, service);
    return service;
  };
  const defaultSid = create({ ...INITIAL_SETTINGS, friendlyName: 'Default Service' }).sid;
  const find = (sidOrAlias: string): SyncService | undefined =>
    bySid.get(sidOrAlias === 'default' ? defaultSid : sidOrAlias);

  const owning = (sidOrAlias: string): SyncService => {
    const service = find(sidOrAlias);
    if (service === undefined) throw new TwilioError(404, 54050, 'Service instance not found');
    return service;
  };

  return {
    defaultSid,
    create,
    get(sidOrAlias) {
      const service = find(sidOrAlias);
      if (service === undefined) throw notFound(`/Services/${sidOrAlias}`);
      return service;
    },
    owning,
    all: () => [...bySid.values()],
    ofGrant(grant) {
      if (grant === 'data_sync') return owning('default');
      const service = ofGrants.get(grant) ?? build({ ...INITIAL_SETTINGS, friendlyName: grant });
      ofGrants.set(grant, service);
      return service;
    },
    remove(service) {
      bySid.delete(service.sid);
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
