import https from 'node:https';
import { redirectTwilio } from '../../preload/redirect.cjs';
import type { Scenario, SeededScenario } from '../admin/scenario/model';
import { createLocalTwilio, type LocalTwilio } from '../createLocalTwilio';
import type { LocalTwilioOptions } from '../localTwilioOptions';

/** A contact centre on a local Twilio, which this process takes for Twilio until it is stopped. */
export interface Centre {
  readonly local: LocalTwilio;
  readonly sids: SeededScenario;
  readonly stop: () => Promise<void>;
}

/** Starts it with a paused clock, unless `options` say otherwise, so that time passes when a test says so. */
export async function openCentre(scenario: Scenario, options: LocalTwilioOptions = {}): Promise<Centre> {
  const local = await createLocalTwilio({ mode: 'paused', ...options });
  const restore = redirectTwilio(local.origin);
  return {
    local,
    sids: await local.seed(scenario),
    async stop() {
      restore();
      // By its own name for a host the agent would use a connection to this local Twilio with the next one.
      https.globalAgent.destroy();
      await local.stop();
    },
  };
}
