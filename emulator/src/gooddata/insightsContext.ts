import type { Clock } from '../kernel/clock';
import type { LoginThrottle } from './auth/loginThrottle';
import type { Sessions } from './auth/sessions';
import type { Execution } from './reports/execution';
import type { PendingResults } from './reports/pendingResults';
import type { RowTable } from './reports/rowTable';
import type { InsightsSettingsStore } from './settings';

/** What every part of the historical reports stands on. */
export interface InsightsContext {
  readonly clock: Clock;
  readonly settings: InsightsSettingsStore;
  readonly sessions: Sessions;
  readonly throttle: LoginThrottle;
  readonly rows: RowTable;
  readonly executions: PendingResults<Execution>;
  /** Answers of `validElements` that are asked for by a task. */
  readonly elementTasks: PendingResults<unknown>;
}
