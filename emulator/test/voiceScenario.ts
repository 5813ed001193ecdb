import type { Scenario } from '../src/admin/scenario/model';

/** The agents: alice and bob in the browser, carol on the telephone. */
export const AGENTS = ['alice', 'bob', 'carol'] as const;

export type Agent = (typeof AGENTS)[number];

/** The account's number, and the telephone of the agent who works outside the browser. */
export const NUMBER = '+15551000000';
export const CAROLS_PHONE = '+15550000003';
export const CUSTOMER = '+15557654321';

const CONTACTS: Readonly<Record<Agent, string>> = {
  alice: 'client:alice',
  bob: 'client:bob',
  carol: CAROLS_PHONE,
};

const only = (names: readonly Agent[]): string => names.map((name) => `name == "${name}"`).join(' OR ');

/** Calls go to whom the task's `for` names, alice unless told; `others` are bob and carol. */
export const VOICE_SCENARIO: Scenario = {
  workspace: { friendlyName: 'Voice' },
  taskQueues: [
    ...AGENTS.map((name) => ({ friendlyName: name, targetWorkers: only([name]) })),
    { friendlyName: 'others', targetWorkers: only(['bob', 'carol']) },
  ],
  workflows: [
    {
      friendlyName: 'Voice',
      configuration: {
        task_routing: {
          filters: AGENTS.map((name) => ({ expression: `for == "${name}"`, targets: [{ queue: name }] })),
          default_filter: { queue: 'others' },
        },
      },
    },
  ],
  workers: AGENTS.map((name) => ({
    friendlyName: name,
    attributes: { name, contact_uri: CONTACTS[name] },
    activity: 'Available',
  })),
  identities: AGENTS.map((name) => ({ identity: name, worker: name })),
  phoneNumbers: [
    {
      number: NUMBER,
      twiml: '<Response><Enqueue workflowSid="Voice"><Task>{"for":"alice"}</Task></Enqueue></Response>',
    },
  ],
};
