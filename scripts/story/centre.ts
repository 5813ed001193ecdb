import type { Scenario, SeededScenario } from '@patchbay/emulator';
import {
  ATTRIBUTION_WORKFLOW,
  attributionWorkspace,
} from '../../serverless/attribution-transfer/src/workspace';
import {
  directToAgent,
  RECOVERY_PING,
  recoveryWorkspace,
} from '../../serverless/disconnect-recovery/src/workspace';
import type { RunningService, StackService } from '../stack/model';
import { identities, workers } from './people';

const COMPANIES = ['BPO_A', 'BPO_B', 'BPO_C'];
/** The workflow of calls and chats. */
export const ANYONE = 'Assign to anyone';
const EVENTS_LOGIN = 'events:local-password';
const RECONCILE_SECRET = 'local-reconcile-secret';
const DEFAULT_QUEUE = 'Support';
const EVERYONE = 'Everyone';

/** Segments are there soon after a call instead of 30 minutes, so that one can be looked up while it is remembered. */
export const INSIGHTS_DELAY_MS = 15_000;

const workspace = attributionWorkspace(COMPANIES);

/** The contact centre of `npm start`, of the story and of the browser tests: who works there is in people.ts. */
export const centre: Scenario = {
  workspace: { friendlyName: 'Flex Task Assignment' },
  taskChannels: workspace.taskChannels,
  // Flex's own targets are the first queue and the first workflow.
  taskQueues: [
    { friendlyName: DEFAULT_QUEUE, targetWorkers: "routing.skills HAS 'support'" },
    { friendlyName: 'Billing', targetWorkers: "routing.skills HAS 'billing'" },
    ...workspace.taskQueues,
    ...recoveryWorkspace.taskQueues,
    // Callers who are brought back to an agent.
    { friendlyName: EVERYONE, targetWorkers: '1 == 1' },
  ],
  workflows: [
    {
      friendlyName: ANYONE,
      // So that a call offered to an agent without a page goes on to the next one soon.
      taskReservationTimeout: 60,
      configuration: {
        task_routing: {
          filters: [directToAgent(EVERYONE, DEFAULT_QUEUE)],
          default_filter: { queue: DEFAULT_QUEUE },
        },
      },
    },
    ...[...workspace.workflows, ...recoveryWorkspace.workflows].map((workflow) => ({
      ...workflow,
      configuration: { ...workflow.configuration },
    })),
  ],
  // Where the played customer calls; `workflowSid` may be a workflow's name here.
  phoneNumbers: [
    {
      number: '+15550100100',
      twiml: `<Response><Enqueue workflowSid="${ANYONE}"><Task>{"language":"en"}</Task></Enqueue></Response>`,
    },
  ],
  workers,
  identities,
  syncServices: [{ friendlyName: 'patchbay' }],
  insights: { dataDelayMs: INSIGHTS_DELAY_MS },
};

/** The services of `npm start` and what they need to know of the centre. */
export const services: readonly StackService[] = [
  {
    name: 'attribution-transfer',
    env: (seeded) => ({
      WORKSPACE_SID: seeded.workspaceSid,
      SYNC_SERVICE_SID: sidOf(seeded.syncServices, 'patchbay'),
      ATTRIBUTION_WORKFLOW_SID: sidOf(seeded.workflows, ATTRIBUTION_WORKFLOW),
      // All of it to the company whose agent, Bob, has a page: whoever tries a transfer sees it arrive.
      AFFILIATIONS: 'BPO_B:1',
      DISCONNECT_RECOVERY: 'true',
      EVENTS_BASIC_AUTH: EVENTS_LOGIN,
    }),
    events: { path: '/attribution-task-events', types: workspace.events, basicAuth: EVENTS_LOGIN },
  },
  { name: 'segment-lookup', env: segmentLookupEnv },
  {
    name: 'disconnect-recovery',
    env: (seeded) => ({
      WORKSPACE_SID: seeded.workspaceSid,
      SYNC_SERVICE_SID: sidOf(seeded.syncServices, 'patchbay'),
      RECOVERY_PING_WORKFLOW_SID: sidOf(seeded.workflows, RECOVERY_PING),
      RECOVERY_FALLBACK_WORKFLOW_SID: sidOf(seeded.workflows, ANYONE),
      EVENTS_BASIC_AUTH: EVENTS_LOGIN,
      RECONCILE_SECRET,
    }),
    events: { path: '/task-event-handler', types: recoveryWorkspace.events, basicAuth: EVENTS_LOGIN },
    schedule: { path: '/reconcile', secret: RECONCILE_SECRET, everyMs: 60_000 },
  },
];

function segmentLookupEnv({ insights, syncServices }: SeededScenario): Readonly<Record<string, string>> {
  if (insights?.batchReportId === undefined || insights.externalIdColumn === undefined) {
    throw new Error('The contact centre has no report of Flex Insights that shows External IDs.');
  }
  return {
    ANALYTICS_WORKSPACE: insights.workspaceId,
    INSIGHTS_USERNAME: insights.username,
    INSIGHTS_PASSWORD: insights.password,
    INSIGHTS_REPORT: insights.batchReportId,
    INSIGHTS_EXTERNAL_ID_COLUMN: insights.externalIdColumn,
    SYNC_SERVICE_SID: sidOf(syncServices, 'patchbay'),
  };
}

/** The SID the local Twilio gave something; throws for a name the centre does not have. */
export function sidOf(sids: SeededScenario['workers'], name: string): string {
  const sid = sids[name];
  if (sid === undefined) throw new Error(`The contact centre has no ${name}.`);
  return sid;
}

/** The running service of that name; throws when there is none. */
export function serviceOf(services: readonly RunningService[], name: string): RunningService {
  const service = services.find((running) => running.name === name);
  if (service === undefined) throw new Error(`The service ${name} is not running.`);
  return service;
}
