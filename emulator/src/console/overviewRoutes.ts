import { ok, type AdminRoute } from '../admin/adminRoute';
import { overview, type OverviewSources } from './overview';

/** What the console shows of the present: people and what they have on their hands, networks, faults, time. */
export const overviewRoutes = (sources: OverviewSources): readonly AdminRoute[] => [
  { method: 'GET', pattern: '/_emulator/overview', handle: () => ok(overview(sources)) },
];
