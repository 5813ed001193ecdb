import type { Clock } from '../kernel/clock';
import type { KernelContext } from '../kernel/context';
import type { ChangeFeed } from './changeFeed';
import type { LifetimeFactory } from './lifetime';
import type { RateLimiter } from './rateLimiter';
import type { Services } from './services';

/** What everything that reads and writes Documents, Lists and Maps works with. */
export interface Sync {
  readonly accountSid: string;
  readonly clock: Clock;
  readonly random: KernelContext['random'];
  readonly services: Services;
  readonly limiter: RateLimiter;
  readonly lifetimes: LifetimeFactory;
  readonly feed: ChangeFeed;
}
