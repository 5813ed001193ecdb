import type { Scenario, ScenarioWorker, SeededScenario } from '@patchbay/emulator';
import {
  ATTRIBUTION_CHANNEL,
  ATTRIBUTION_WORKFLOW,
  attributionWorkspace,
} from '../../serverless/attribution-transfer/src/workspace';
import type { StackService } from '../stack/model';

const COMPANIES = ['BPO_A', 'BPO_B', 'BPO_C'];
const EVENTS_LOGIN = 'events:local-password';

const agent = (name: string, affiliation?: string): ScenarioWorker => ({
  friendlyName: name,
  attributes: { contact_uri: `client:${name}`, ...(affiliation === undefined ? {} : { affiliation }) },
  activity: 'Available',
  capacity: { voice: 1, [ATTRIBUTION_CHANNEL]: 1 },
});

const agents = [
  agent('carol'),
  agent('alice', 'BPO_A'),
  agent('bob', 'BPO_B'),
  agent('bella', 'BPO_B'),
  agent('chloe', 'BPO_C'),
];

const workspace = attributionWorkspace(COMPANIES);

/** The contact centre of `npm start`: Carol in house, three companies with agents, Sam the supervisor, Ada the admin. */
export const centre: Scenario = {
  workspace: { friendlyName: 'Flex Task Assignment' },
  taskChannels: workspace.taskChannels,
  taskQueues: [
    ...workspace.taskQueues,
    { friendlyName: 'Support', targetWorkers: '1==1' },
    { friendlyName: 'Billing', targetWorkers: '1==1' },
  ],
  workflows: [
    ...workspace.workflows.map((workflow) => ({ ...workflow, configuration: { ...workflow.configuration } })),
    {
      friendlyName: 'Assign to anyone',
      configuration: { task_routing: { default_filter: { queue: 'Support' } } },
    },
  ],
  workers: agents,
  identities: [
    ...agents.map(({ friendlyName }) => ({ identity: friendlyName, worker: friendlyName, roles: ['agent'] })),
    { identity: 'sam', roles: ['supervisor'] },
    { identity: 'ada', roles: ['admin'] },
  ],
  syncServices: [{ friendlyName: 'patchbay' }],
};

/** The services of `npm start` and what they need to know of the centre. */
export const services: readonly StackService[] = [
  {
    name: 'attribution-transfer',
    env: (seeded) => ({
      WORKSPACE_SID: seeded.workspaceSid,
      SYNC_SERVICE_SID: sidOf(seeded.syncServices, 'patchbay'),
      ATTRIBUTION_WORKFLOW_SID: sidOf(seeded.workflows, ATTRIBUTION_WORKFLOW),
      AFFILIATIONS: 'BPO_A:50,BPO_B:30,BPO_C:20',
      EVENTS_BASIC_AUTH: EVENTS_LOGIN,
    }),
    events: { path: '/attribution-task-events', types: workspace.events, basicAuth: EVENTS_LOGIN },
  },
];

/** The SID the local Twilio gave something; throws for a name the centre does not have. */
export function sidOf(sids: SeededScenario['workers'], name: string): string {
  const sid = sids[name];
  if (sid === undefined) throw new Error(`The contact centre has no ${name}.`);
  return sid;
}
