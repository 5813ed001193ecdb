import { InvalidInput } from '../../kernel/jsonFields';
import type { InsightsSettings } from '../settings';

/** What a service that asks for reports has to be configured with. */
export interface InsightsAccess {
  /** GoodData's host as Flex has it. */
  readonly host: string;
  readonly workspaceId: string;
  readonly username: string;
  readonly password: string;
  /** The first report. */
  readonly reportId: string;
  /** The first report that shows external IDs, and the title of that column. */
  readonly batchReportId?: string;
  readonly externalIdColumn?: string;
  readonly externalIdForm: string;
}

/** Throws InvalidInput when there is no user or no report. */
export function tellAccess({
  workspaceId,
  users,
  reports,
  externalIdForm,
}: InsightsSettings): InsightsAccess {
  const [user] = users;
  const [report] = reports;
  if (!user || !report) throw new InvalidInput('insights needs a user and a report');
  const columnOf = ({ columns }: typeof report): string | undefined =>
    columns.find(({ field }) => field === 'external_id')?.title;
  const batch = reports.find((candidate) => columnOf(candidate) !== undefined);
  const externalIdColumn = batch && columnOf(batch);
  return {
    host: 'analytics.ytica.com',
    workspaceId,
    username: user.login,
    password: user.password,
    reportId: report.id,
    ...(batch === undefined ? {} : { batchReportId: batch.id }),
    ...(externalIdColumn === undefined ? {} : { externalIdColumn }),
    externalIdForm,
  };
}
