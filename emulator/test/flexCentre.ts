import {
  createLocalTwilio,
  type LocalTwilio,
  type LocalTwilioOptions,
  type Scenario,
  type SeededScenario,
} from '../src';

/** A local Twilio with a small contact centre and Flex pages for an agent, a supervisor and an admin. */
export interface FlexTestCentre {
  readonly twilio: LocalTwilio;
  readonly seeded: SeededScenario;
  /** The token that was issued for one of them. */
  tokenOf(name: 'alice' | 'sam' | 'ada'): string;
}

const person = (name: string, fullName: string) => ({
  friendlyName: name,
  activity: 'Available',
  attributes: { contact_uri: `client:${name}`, full_name: fullName, email: `${name}@example.com` },
});

/** An agent, a supervisor and an admin; two queues, one of which the only workflow sends everything to. */
export const FLEX_SCENARIO: Scenario = {
  workspace: { friendlyName: 'Flex' },
  taskQueues: [
    { friendlyName: 'Support', targetWorkers: 'full_name != null' },
    { friendlyName: 'Billing', targetWorkers: 'full_name != null' },
  ],
  workflows: [
    { friendlyName: 'Inbound', configuration: { task_routing: { default_filter: { queue: 'Support' } } } },
  ],
  workers: [person('alice', 'Alice Agent'), person('sam', 'Sam Supervisor'), person('ada', 'Ada Admin')],
  phoneNumbers: [{ number: '+15550100100', twiml: '<Response><Enqueue workflowSid="Inbound"/></Response>' }],
  identities: [
    { identity: 'alice', worker: 'alice' },
    { identity: 'sam', worker: 'sam', roles: ['supervisor'] },
    { identity: 'ada', worker: 'ada', roles: ['admin'] },
  ],
};

/** Starts it; the caller stops `twilio`. */
export async function openFlexCentre(options: LocalTwilioOptions = {}): Promise<FlexTestCentre> {
  const twilio = await createLocalTwilio(options);
  const seeded = await twilio.seed(FLEX_SCENARIO);
  twilio.flex.configure({
    pages: {
      alice: { identity: 'alice', label: 'Alice' },
      sam: { identity: 'sam' },
      ada: { identity: 'ada' },
    },
  });
  return {
    twilio,
    seeded,
    tokenOf(name) {
      const issued = seeded.identities[name];
      if (!issued) throw new Error(`Nobody issued a token for ${name}`);
      return issued.token;
    },
  };
}
