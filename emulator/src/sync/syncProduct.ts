import type { KernelContext } from '../kernel/context';
import type { Product } from '../kernel/route';
import { LISTS, MAPS } from './collectionKind';
import { collectionRoutes } from './collectionRoutes';
import { documentRoutes } from './documentRoutes';
import { itemRoutes } from './itemRoutes';
import { createLifetimes } from './lifetime';
import { DEFAULT_EXPIRY_LATENESS_MS, type SyncOptions } from './options';
import { createRateLimiter } from './rateLimiter';
import { serviceRoutes } from './serviceRoutes';
import { createServices } from './services';
import type { Sync } from './sync';

/** The local Sync: a Product for the kernel, and the SID of the Service every account starts with. */
export interface SyncProduct extends Product {
  readonly defaultServiceSid: string;
}

/**
 * Sync's REST API for Services, Documents, Lists and Maps, in memory on the context's clock.
 * Streams, Permissions and webhooks don't exist here.
 */
export function syncProduct(context: KernelContext, options: SyncOptions = {}): SyncProduct {
  const limiter = createRateLimiter(context.clock, options);
  const services = createServices(context, limiter);
  const sync: Sync = {
    accountSid: context.accountSid,
    clock: context.clock,
    random: context.random,
    services,
    limiter,
    lifetimes: createLifetimes(context.clock, options.expiryLatenessMs ?? DEFAULT_EXPIRY_LATENESS_MS),
  };
  return {
    name: 'sync',
    defaultServiceSid: services.defaultSid,
    routes: [
      ...serviceRoutes(context, services),
      ...documentRoutes(sync),
      ...[LISTS, MAPS].flatMap((kind) => [...collectionRoutes(sync, kind), ...itemRoutes(sync, kind)]),
    ],
  };
}
