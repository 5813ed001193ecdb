import type { KernelContext } from '../kernel/context';
import type { Product } from '../kernel/route';
import type { TunnelRoute } from '../twilsock/tunnel';
import { cdsRoutes } from './cds/cdsRoutes';
import { createChangeFeed, type ChangeFeed } from './changeFeed';
import { LISTS, MAPS } from './collectionKind';
import { collectionRoutes } from './collectionRoutes';
import { createSpace } from './createSpace';
import { documentRoutes } from './documentRoutes';
import type { SyncGrant } from './grant';
import { itemRoutes } from './itemRoutes';
import { createLifetimes } from './lifetime';
import { DEFAULT_EXPIRY_LATENESS_MS, type SyncOptions } from './options';
import { createRateLimiter } from './rateLimiter';
import { serviceRoutes } from './serviceRoutes';
import { createServices } from './services';
import type { SyncSpace } from './space';
import { createObjectSource } from './subscriptions/objectSource';
import type { SubscriptionSource } from './subscriptions/source';
import { subscriptionRoutes } from './subscriptions/subscriptionRoutes';
import type { Sync } from './sync';

/** The local Sync: a Product for the kernel, and what the other products write it with. */
export interface SyncProduct extends Product {
  /** The SID of the Service every account starts with. */
  readonly defaultServiceSid: string;
  readonly tunnel: readonly TunnelRoute[];
  /** Every change of every Service, from now on. */
  readonly changes: Pick<ChangeFeed, 'on'>;
  /** `data_sync` is the account's default Service; the others are Twilio's own, hidden from REST. */
  space(grant: SyncGrant): SyncSpace;
}

/**
 * Sync's REST API for Services, Documents, Lists and Maps, and what its clients ask through Twilsock, in memory on the
 * context's clock. `sources` are what else clients subscribe to at the same address. Streams, Permissions and webhooks don't exist here.
 */
export function syncProduct(
  context: KernelContext,
  options: SyncOptions = {},
  sources: readonly SubscriptionSource[] = [],
): SyncProduct {
  const limiter = createRateLimiter(context.clock, options);
  const services = createServices(context, limiter);
  const sync: Sync = {
    accountSid: context.accountSid,
    clock: context.clock,
    random: context.random,
    services,
    limiter,
    lifetimes: createLifetimes(context.clock, options.expiryLatenessMs ?? DEFAULT_EXPIRY_LATENESS_MS),
    feed: createChangeFeed(context.clock),
  };
  return {
    name: 'sync',
    defaultServiceSid: services.defaultSid,
    routes: [
      ...serviceRoutes(sync),
      ...documentRoutes(sync),
      ...[LISTS, MAPS].flatMap((kind) => [...collectionRoutes(sync, kind), ...itemRoutes(sync, kind)]),
    ],
    tunnel: [...cdsRoutes(sync), ...subscriptionRoutes([createObjectSource(sync), ...sources])],
    changes: sync.feed,
    space: (grant) => createSpace(sync, services.ofGrant(grant)),
  };
}
