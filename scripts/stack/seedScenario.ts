import type { Scenario, SeededScenario } from '@patchbay/emulator';
import * as z from 'zod/mini';
import { postAdmin } from './askTwilio';
import type { LocalTwilioProcess } from './startLocalTwilio';

const SidByName = z.record(z.string(), z.string());
/** What the local Twilio answers to a scenario. */
export const Seeded = z.object({
  accountSid: z.string(),
  workspaceSid: z.string(),
  activities: SidByName,
  taskChannels: SidByName,
  taskQueues: SidByName,
  workflows: SidByName,
  workers: SidByName,
  syncServices: SidByName,
  identities: z.record(
    z.string(),
    // `exactOptional`: absent for users who are not workers, never undefined.
    z.object({ token: z.string(), workerSid: z.exactOptional(z.string()) }),
  ),
  insights: z.exactOptional(
    z.object({
      host: z.string(),
      workspaceId: z.string(),
      username: z.string(),
      password: z.string(),
      reportId: z.string(),
      batchReportId: z.exactOptional(z.string()),
      externalIdColumn: z.exactOptional(z.string()),
      externalIdForm: z.string(),
    }),
  ),
});

/** Sets up a contact centre in the local Twilio; answers its SIDs and tokens by the names the scenario used. */
export async function seedScenario(twilio: LocalTwilioProcess, scenario: Scenario): Promise<SeededScenario> {
  return z.parse(Seeded, await postAdmin(twilio, 'scenario', scenario));
}
