import type { AdminRoute } from '../admin/adminRoute';
import type { IdentityDirectory } from '../iam/identities';
import type { KernelContext } from '../kernel/context';
import { forkRandom } from '../kernel/random';
import type { Product } from '../kernel/route';
import type { TaskRouterEngine } from '../taskrouter/engine';
import { insightsAdminRoutes } from './admin/insightsAdminRoutes';
import type { InsightsChange } from './admin/readChange';
import { showInsights, type InsightsState } from './admin/showInsights';
import { tellAccess, type InsightsAccess } from './admin/tellAccess';
import { createLoginThrottle } from './auth/loginThrottle';
import { createSessions, type TokenKind } from './auth/sessions';
import { feedReports } from './feed/feedReports';
import { flexInsightsRoutes } from './flexApi/flexInsightsRoutes';
import type { InsightsContext } from './insightsContext';
import { createPendingResults } from './reports/pendingResults';
import { createRowTable } from './reports/rowTable';
import { accountRoutes } from './rest/accountRoutes';
import { createRouteMaker } from './rest/guard';
import { metadataRoutes } from './rest/metadataRoutes';
import { createRefusal } from './rest/refusal';
import { reportRoutes } from './rest/reportRoutes';
import { createInsightsSettings } from './settings';

/** Flex Insights as a test holds it. */
export interface Insights {
  /** Changes settings, adds rows. */
  configure(change: InsightsChange): void;
  /** Revokes every SST, or every TT, at once. */
  revoke(kind: TokenKind): void;
  /** What a service needs to get at the reports. */
  access(): InsightsAccess;
  state(): InsightsState;
}

/** The historical reports of Flex: GoodData's REST, and how to set it up. */
export interface HistoricalReports {
  readonly products: readonly Product[];
  readonly admin: readonly AdminRoute[];
  readonly insights: Insights;
}

/** Puts Flex Insights together and feeds it from TaskRouter. */
export function createHistoricalReports(
  kernel: KernelContext,
  engine: TaskRouterEngine,
  identities: IdentityDirectory,
): HistoricalReports {
  const { accountSid, clock } = kernel;
  const random = forkRandom(kernel.random);
  const settings = createInsightsSettings();
  const context: InsightsContext = {
    clock,
    settings,
    sessions: createSessions(clock, random),
    throttle: createLoginThrottle(clock, () => settings.current()),
    rows: createRowTable(clock),
    executions: createPendingResults(clock, random),
    elementTasks: createPendingResults(clock, random),
  };
  const insights: Insights = {
    configure({ rows, rowsDelayMs = 0, ...change }) {
      settings.change(change);
      if (rows) context.rows.add(rows, { restated: settings.current().restated, delayMs: rowsDelayMs });
    },
    revoke: (kind) => {
      context.sessions.revoke(kind);
    },
    access: () => tellAccess(settings.current()),
    state: () => showInsights(context),
  };
  const stop = feedReports(engine, context);
  const routes = createRouteMaker(context, createRefusal(random));
  return {
    products: [
      {
        name: 'analytics',
        routes: [
          ...accountRoutes(context, routes),
          ...metadataRoutes(context, routes),
          ...reportRoutes(context, routes),
        ],
        stop,
      },
      { name: 'flex-api', routes: flexInsightsRoutes(context, { accountSid, identities, random }) },
    ],
    admin: insightsAdminRoutes(insights),
    insights,
  };
}
