import type { LocalTwilioOptions } from '@patchbay/emulator';
import { askAdmin, openCentre, sidOf, type Centre as LocalCentre } from '@patchbay/emulator/testing';
import twilio, { type Twilio } from 'twilio';
import { directToAgent, RECOVERY_PING, recoveryWorkspace } from '../../src/workspace';

export const NUMBER = '+15551000000';
export const CUSTOMER = '+15557654321';
export const AGENTS = ['alice', 'bob', 'carol'] as const;
export type Agent = (typeof AGENTS)[number];

/** The agents' telephones: what rings when a call is offered. */
export const PHONES: Readonly<Record<Agent, string>> = {
  alice: '+15550000001',
  bob: '+15550000002',
  carol: '+15550000003',
};

/** A contact centre on a local Twilio, for one suite: Alice takes calls, Bob and Carol are at lunch, Sam supervises. */
export interface Centre extends LocalCentre {
  readonly client: Twilio;
  readonly env: Readonly<Record<string, string>>;
  /** The local Twilio's administration: customers, telephones. */
  admin(method: 'GET' | 'POST', path: string, body?: object): Promise<Readonly<Record<string, unknown>>>;
}

const worker = (friendlyName: Agent, activity: string) => ({
  friendlyName,
  attributes: { contact_uri: PHONES[friendlyName] },
  activity,
  capacity: { voice: 1 },
});

/** One of many agents, each with a telephone of his own. */
const crowdMember = (number: number) => ({
  friendlyName: `agent ${number}`,
  attributes: { contact_uri: crowdPhone(number) },
  activity: 'Available',
  capacity: { voice: 1 },
});

export const crowdPhone = (number: number): string => `+1555200${String(number).padStart(4, '0')}`;

/** The caller's own workflow, with the filter that provisioning puts on top of it. */
const VOICE = {
  friendlyName: 'Voice',
  configuration: {
    task_routing: {
      filters: [directToAgent('Everyone', 'Everyone')],
      default_filter: { queue: 'Everyone' },
    },
  },
};

/** Starts it with a paused clock, so that time passes when a test says so. */
export async function startCentre(options: LocalTwilioOptions = {}, crowd = 0): Promise<Centre> {
  const centre = await openCentre(
    {
      workspace: { friendlyName: 'Flex Task Assignment' },
      taskQueues: [{ friendlyName: 'Everyone', targetWorkers: '1==1' }, ...recoveryWorkspace.taskQueues],
      workflows: [
        ...recoveryWorkspace.workflows.map((workflow) => ({
          ...workflow,
          configuration: { ...workflow.configuration },
        })),
        VOICE,
      ],
      workers: [
        worker('alice', crowd === 0 ? 'Available' : 'Offline'),
        worker('bob', 'Offline'),
        worker('carol', 'Offline'),
        ...Array.from({ length: crowd }, (_none, number) => crowdMember(number)),
      ],
      identities: [
        ...AGENTS.map((name) => ({ identity: name, worker: name, roles: ['agent'] })),
        { identity: 'sam', roles: ['supervisor'] },
      ],
      syncServices: [{ friendlyName: 'patchbay' }],
      phoneNumbers: [
        {
          number: NUMBER,
          twiml:
            '<Response><Enqueue workflowSid="Voice"><Task>{"name":"Ann","transferTo":"nobody"}</Task></Enqueue></Response>',
        },
      ],
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
      RECOVERY_PING_WORKFLOW_SID: sidOf(sids.workflows, RECOVERY_PING),
      RECOVER_TELEPHONE_AGENTS: 'true',
      EVENTS_BASIC_AUTH: 'events:local-password',
      RECONCILE_SECRET: 'the-scheduler-knows-it',
    },
    admin: (method, path, body) => askAdmin(local.origin, method, path, body),
  };
}
