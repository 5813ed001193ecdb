import { given } from '../kernel/given';
import type { Report, User } from './model';

/** How Flex Insights is set up, and what its documents leave open. Times are milliseconds of the virtual clock. */
export interface InsightsSettings {
  readonly workspaceId: string;
  readonly users: readonly User[];
  readonly reports: readonly Report[];
  /** Object ID of the display form `label.conversations.external_id`; its attribute is the number before. */
  readonly externalIdForm: string;
  /** How long an execution answers 202. */
  readonly reportLatencyMs: number;
  /** How long after its end a segment of the local contact centre is in the reports. */
  readonly dataDelayMs: number;
  /** How long after that it is restated: until then the agents' parts are in progress. 0 for never. */
  readonly restateAfterMs: number;
  /** A row whose segment is in the reports already: shown as well, or in its place. */
  readonly restated: 'repeated' | 'replaced';
  readonly emptyAnswer: 'no-content' | 'header-only';
  readonly lineEnd: 'lf' | 'crlf';
  readonly byteOrderMark: boolean;
  readonly quotes: 'needed' | 'always';
  /** Elements are answered at once when it is 0, else by a task to poll, named in the body or by a redirect. */
  readonly elementsLatencyMs: number;
  readonly elementsTask: 'uri' | 'see-other';
  /** The most elements in one answer. */
  readonly elementsPageSize: number;
  readonly requireUserAgent: boolean;
  /** Per login name and minute; from then on every login of that name is 429. */
  readonly maxBadLogins: number;
  /** Per minute, whoever they are. */
  readonly maxLogins: number;
}

const SEGMENT = { title: 'Segment', field: 'segment_id' };
const REST = [
  { title: 'Date', field: 'date' },
  { title: 'Kind', field: 'kind' },
  { title: 'Agent', field: 'agent' },
  { title: 'Queue', field: 'queue' },
];

export const EXTERNAL_ID_COLUMN = 'External ID';

/** Two reports: one to filter, and one that tells by an External ID column which row belongs to which task. */
export const DEFAULT_SETTINGS: InsightsSettings = {
  workspaceId: 'localinsightsworkspace0000000001',
  users: [{ login: 'reports@flex.example', password: 'local-insights-password' }],
  reports: [
    { id: '2001', columns: [SEGMENT, ...REST] },
    { id: '2002', columns: [SEGMENT, { title: EXTERNAL_ID_COLUMN, field: 'external_id' }, ...REST] },
  ],
  externalIdForm: '5193',
  reportLatencyMs: 1_500,
  dataDelayMs: 30 * 60_000,
  restateAfterMs: 0,
  restated: 'repeated',
  emptyAnswer: 'no-content',
  lineEnd: 'lf',
  byteOrderMark: false,
  quotes: 'needed',
  elementsLatencyMs: 0,
  elementsTask: 'uri',
  elementsPageSize: 1_000,
  requireUserAgent: true,
  maxBadLogins: 5,
  maxLogins: 30,
};

export interface InsightsSettingsStore {
  current(): InsightsSettings;
  /** What is not given stays; lists are replaced. */
  change(change: Partial<InsightsSettings>): void;
}

export function createInsightsSettings(): InsightsSettingsStore {
  let settings = DEFAULT_SETTINGS;
  return {
    current: () => settings,
    change(change) {
      settings = { ...settings, ...given(change) };
    },
  };
}
