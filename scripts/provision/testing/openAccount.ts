import { createLocalTwilio, type LocalTwilio, type Scenario } from '@patchbay/emulator';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import twilio from 'twilio';
import type { Account } from '../account/account';
import type { Installation } from '../describe/installation';

export interface OpenAccount {
  readonly local: LocalTwilio;
  readonly account: Account;
  /** Requests that were not reads. */
  readonly writes: () => number;
  /** Requests so far. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
}

/** A workspace that is in use: calls go to Support or, for some, to Billing first. */
export const busy: Scenario = {
  workspace: { friendlyName: 'Flex Task Assignment' },
  taskQueues: [
    { friendlyName: 'Support', targetWorkers: "skills HAS 'support'" },
    { friendlyName: 'Billing', targetWorkers: "skills HAS 'billing'" },
    { friendlyName: 'Everyone', targetWorkers: '1==1' },
  ],
  workflows: [
    {
      friendlyName: 'Calls',
      configuration: {
        task_routing: {
          filters: [
            {
              friendly_name: 'Billing',
              expression: "department=='billing'",
              targets: [{ queue: 'Billing', timeout: '30' }, { queue: 'Support' }],
            },
          ],
          default_filter: { queue: 'Support' },
        },
      },
    },
  ],
};

export const installation: Installation = {
  affiliations: ['BPO_A', 'BPO_B'],
  recovery: { voiceWorkflows: ['Calls'], everyoneQueue: 'Everyone' },
  entrances: [
    {
      service: 'disconnect-recovery',
      domain: 'recovery-1.twil.io',
      login: 'events:password-1',
      path: '/task-event-handler',
      types: ['reservation.accepted', 'task.canceled'],
    },
  ],
};

/** An account on a local Twilio, with Twilio's SDK on one side. */
export async function openAccount(scenario: Scenario = busy): Promise<OpenAccount> {
  const local = await createLocalTwilio({ mode: 'paused' });
  const restore = redirectTwilio(local.origin);
  const { workspaceSid } = await local.seed(scenario);
  local.journal.clear();
  const client = twilio(local.accountSid, local.authToken);
  const entries = () => local.journal.entries({ direction: 'in' });
  return {
    local,
    account: { client, workspaceSid, sleep: () => Promise.resolve() },
    writes: () => entries().filter(({ method }) => method !== 'GET').length,
    requests: () => entries().length,
    async close() {
      restore();
      await local.stop();
    },
  };
}
