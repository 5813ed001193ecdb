import type { SessionSummary } from '../auth/sessions';
import type { InsightsContext } from '../insightsContext';
import type { InsightsSettings } from '../settings';

/** What there is, without passwords and tokens. */
export interface InsightsState {
  readonly settings: Omit<InsightsSettings, 'users'> & { readonly users: readonly string[] };
  readonly rows: number;
  /** Loads of rows that are still to come. */
  readonly loadsToCome: number;
  readonly sessions: readonly SessionSummary[];
  readonly executions: readonly {
    readonly id: string;
    readonly reportId: string;
    readonly filtered: boolean;
    readonly rows: number;
    readonly startedAt: number;
    readonly readyAt: number;
  }[];
}

export function showInsights({ settings, rows, sessions, executions }: InsightsContext): InsightsState {
  const current = settings.current();
  return {
    settings: { ...current, users: current.users.map(({ login }) => login) },
    rows: rows.list().length,
    loadsToCome: rows.loadsToCome,
    sessions: sessions.list(),
    executions: executions.list().map(({ id, startedAt, readyAt, result }) => ({
      ...{ id, startedAt, readyAt, reportId: result.report.id },
      ...{ filtered: result.filtered, rows: result.rows.length },
    })),
  };
}
