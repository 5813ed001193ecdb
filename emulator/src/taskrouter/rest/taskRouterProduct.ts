import type { KernelContext } from '../../kernel/context';
import type { Product } from '../../kernel/route';
import type { TaskRouterEngine } from '../engine/engine';
import { activityRoutes } from './activities';
import { eventRoutes } from './events';
import { keepEvents } from './keptEvents';
import { createRateLimit } from './rateLimit';
import { refusedStatisticsRoutes } from './refusedStatistics';
import { reservationRoutes } from './reservations';
import { taskChannelRoutes } from './taskChannels';
import { createTaskIndex } from './taskIndex';
import { taskQueueRoutes } from './taskQueues';
import { taskRoutes } from './tasks';
import { workerChannelRoutes } from './workerChannels';
import { workerRoutes } from './workers';
import { workflowRoutes } from './workflows';
import { workspaceRoutes } from './workspaces';

/** Lists that evaluate an expression are limited to 3 requests per second each (changelog 2024-10-18). */
const EXPENSIVE_LISTS_PER_SECOND = 3;

export interface TaskRouterRestOptions {
  /** Milliseconds by which `EvaluateTaskAttributes` lags behind the tasks; 0, none, unless given. */
  readonly listLagMs?: number;
  /** Milliseconds by which `/Events` lags behind what happened; 0, none, unless given. */
  readonly eventLagMs?: number;
}

/** The REST API of TaskRouter v1. Statistics are not part of it: their routes do not exist. */
export function taskRouterProduct(
  context: KernelContext,
  engine: TaskRouterEngine,
  options: TaskRouterRestOptions = {},
): Product {
  const { clock } = context;
  const limit = () => createRateLimit(clock, EXPENSIVE_LISTS_PER_SECOND);
  const index = createTaskIndex(engine, clock, options.listLagMs ?? 0);
  return {
    name: 'taskrouter',
    routes: [
      ...workspaceRoutes(engine),
      ...activityRoutes(engine),
      ...taskChannelRoutes(engine),
      ...taskQueueRoutes(engine, limit()),
      ...workflowRoutes(engine),
      ...workerRoutes(engine, limit()),
      ...workerChannelRoutes(engine),
      ...taskRoutes(engine, clock, index, limit()),
      ...reservationRoutes(engine),
      ...eventRoutes(engine, clock, keepEvents(engine, clock, { lagMs: options.eventLagMs ?? 0 })),
      ...refusedStatisticsRoutes(),
    ],
  };
}
