import type { InsightsAccess, LocalTwilio, LocalTwilioOptions } from '@patchbay/emulator';
import { openCentre, sidOf, type Centre as LocalCentre } from '@patchbay/emulator/testing';
import { TaskSid } from '@patchbay/shared/contracts';
import twilio, { type Twilio } from 'twilio';

/** Flex Insights on a local Twilio, with a few tasks in its data. */
export interface Centre extends Omit<LocalCentre, 'sids'> {
  readonly client: Twilio;
  readonly access: InsightsAccess;
  readonly workspaceSid: string;
  readonly tokenOf: (name: string) => string;
  readonly env: Readonly<Record<string, string>>;
}

type Configure = Parameters<LocalTwilio['insights']['configure']>[0];
type CentreOptions = LocalTwilioOptions & { readonly insights?: Configure };

const task = (digit: string): TaskSid => TaskSid.parse(`WT${digit.repeat(32)}`);
/** Two segments, one segment, and one that Insights knows without segments in the report; nobody knows UNKNOWN. */
export const [ONE, TWO, UNKNOWN] = [task('1'), task('2'), task('f')];
export const SEGMENTS = ['1001', '1002'];

const ROWS = [
  { segment_id: '1001', external_id: ONE, kind: 'Queue', agent: '', queue: 'Support' },
  { segment_id: '2001', external_id: TWO, kind: 'Conversation', agent: 'Bob', queue: 'Billing' },
  { segment_id: '1002', external_id: ONE, kind: 'Conversation', agent: 'Adams, "Al"', queue: 'Support' },
];
const PEOPLE = [
  { identity: 'ann', worker: 'ann', roles: ['agent'] },
  { identity: 'bob', worker: 'bob', roles: ['agent'] },
  { identity: 'sam', roles: ['supervisor'] },
];

let started = 0;

/**
 * Starts it with a paused clock, so that time passes as the lookup waits. Each has other credentials and another Insights
 * workspace: built functions keep what they remember from test to test, and that is about another one.
 */
export async function startCentre({ insights = {}, ...options }: CentreOptions = {}): Promise<Centre> {
  started += 1;
  const workspaceId = `localinsightsworkspace${started}`;
  const { local, sids, stop } = await openCentre(
    {
      workspace: { friendlyName: 'Flex Task Assignment' },
      taskQueues: [{ friendlyName: 'Support', targetWorkers: '1==1' }],
      workflows: [
        { friendlyName: 'Anyone', configuration: { task_routing: { default_filter: { queue: 'Support' } } } },
      ],
      workers: ['ann', 'bob'].map((friendlyName) => ({
        friendlyName,
        activity: 'Available',
        capacity: { voice: 1 },
      })),
      identities: PEOPLE,
      syncServices: [{ friendlyName: 'patchbay' }],
      insights: { workspaceId, rows: ROWS, reportLatencyMs: 0, ...insights },
    },
    { seed: started, ...options },
  );
  const access = need(sids.insights, 'Insights');
  return {
    local,
    client: twilio(local.accountSid, local.authToken),
    access,
    workspaceSid: sids.workspaceSid,
    tokenOf: (name) => need(sids.identities[name], name).token,
    env: {
      ACCOUNT_SID: local.accountSid,
      AUTH_TOKEN: local.authToken,
      SYNC_SERVICE_SID: sidOf(sids.syncServices, 'patchbay'),
      ANALYTICS_WORKSPACE: access.workspaceId,
      INSIGHTS_USERNAME: access.username,
      INSIGHTS_PASSWORD: access.password,
      INSIGHTS_REPORT: access.reportId,
    },
    stop,
  };
}

function need<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The scenario has no ${name}`);
  return value;
}
