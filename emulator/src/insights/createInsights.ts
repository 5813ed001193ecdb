import type { Clock } from '../kernel/clock';
import type { SubscriptionSource } from '../sync/subscriptions/source';
import type { TunnelRoute } from '../twilsock/tunnel';
import type { LiveQueries } from './liveIndex';
import { createLiveQuerySource } from './liveQuerySource';
import { queryRoutes } from './queryRoutes';
import { createTables } from './tables';

/** Flex's live queries: tables that products write, and clients query and follow. */
export interface Insights {
  readonly queries: LiveQueries;
  readonly tunnel: readonly TunnelRoute[];
  readonly source: SubscriptionSource;
}

export function createInsights({ clock }: { readonly clock: Clock }): Insights {
  const tables = createTables();
  return { queries: tables, tunnel: queryRoutes(tables), source: createLiveQuerySource(clock, tables) };
}
