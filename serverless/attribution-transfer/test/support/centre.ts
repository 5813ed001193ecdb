import type { LocalTwilioOptions } from '@patchbay/emulator';
import { openCentre, sidOf, type Centre as LocalCentre } from '@patchbay/emulator/testing';
import twilio, { type Twilio } from 'twilio';
import { ATTRIBUTION_WORKFLOW, attributionWorkspace } from '../../src/workspace';

export const COMPANIES = ['BPO_A', 'BPO_B', 'BPO_C'];

/** A contact centre on a local Twilio, for one suite: Carol in house, one agent per company, Sam the supervisor. */
export interface Centre extends LocalCentre {
  readonly client: Twilio;
  readonly env: Readonly<Record<string, string>>;
}

const CAPACITY = { voice: 1, bpo_assortment: 1 };
const worker = (friendlyName: string, affiliation?: string) => ({
  friendlyName,
  attributes: {
    contact_uri: `client:${friendlyName}`,
    ...(affiliation === undefined ? {} : { affiliation }),
  },
  activity: 'Available',
  capacity: CAPACITY,
});
const identity = (name: string, roles: readonly string[]) => ({ identity: name, worker: name, roles });

/** Starts it with a paused clock, so that time passes when a test says so. */
export async function startCentre(options: LocalTwilioOptions = {}): Promise<Centre> {
  const { taskChannels, taskQueues, workflows } = attributionWorkspace([...COMPANIES, 'BPO_EMPTY']);
  const centre = await openCentre(
    {
      workspace: { friendlyName: 'Flex Task Assignment' },
      taskChannels,
      taskQueues: [
        ...taskQueues,
        { friendlyName: 'Support', targetWorkers: '1==1' },
        { friendlyName: 'Billing', targetWorkers: '1==1' },
      ],
      workflows: [
        ...workflows.map((workflow) => ({ ...workflow, configuration: { ...workflow.configuration } })),
        {
          friendlyName: 'Assign to anyone',
          configuration: { task_routing: { default_filter: { queue: 'Support' } } },
        },
      ],
      workers: [
        worker('carol'),
        worker('alice', 'BPO_A'),
        worker('bob', 'BPO_B'),
        worker('chloe', 'BPO_C'),
        worker('sam'),
      ],
      identities: [
        ...['carol', 'alice', 'bob', 'chloe'].map((name) => identity(name, ['agent'])),
        identity('sam', ['supervisor']),
      ],
      syncServices: [{ friendlyName: 'patchbay' }],
    },
    options,
  );
  const { local, sids } = centre;
  return {
    ...centre,
    client: twilio(local.accountSid, local.authToken),
    env: {
      ACCOUNT_SID: local.accountSid,
      AUTH_TOKEN: local.authToken,
      WORKSPACE_SID: sids.workspaceSid,
      SYNC_SERVICE_SID: sidOf(sids.syncServices, 'patchbay'),
      ATTRIBUTION_WORKFLOW_SID: sidOf(sids.workflows, ATTRIBUTION_WORKFLOW),
      AFFILIATIONS: 'BPO_A:50,BPO_B:30,BPO_C:20',
      EVENTS_BASIC_AUTH: 'events:local-password',
    },
  };
}
