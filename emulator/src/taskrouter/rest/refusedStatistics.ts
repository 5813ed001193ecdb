import { noRoute } from '../../kernel/dispatch';
import type { Route } from '../../kernel/route';
import { WORKSPACES } from './workspaceRoute';

/** Statistics whose paths look like those of a resource: without these routes they would be an unknown worker or queue. */
const PATHS = ['Workers', 'TaskQueues'].flatMap((collection) =>
  ['Statistics', 'RealTimeStatistics', 'CumulativeStatistics'].map((name) => `${collection}/${name}`),
);

/** Refuses with a 501 that names the route, like everything else the local Twilio does not have. */
export const refusedStatisticsRoutes = (): readonly Route[] =>
  PATHS.flatMap((path) =>
    (['GET', 'POST'] as const).map((method) => ({
      method,
      pattern: `${WORKSPACES}/:workspaceSid/${path}`,
      body: 'any' as const,
      handle: (request) => {
        throw noRoute(method, request.host, request.path);
      },
    })),
  );
