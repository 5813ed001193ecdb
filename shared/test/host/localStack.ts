import https from 'node:https';
import { createLocalTwilio, type LocalTwilio } from '@patchbay/emulator';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import type { Runtime } from './runtime';
import { startRuntime } from './runtime';

/** The sample functions under Twilio's local runtime, with the local Twilio behind them. */
export interface LocalStack {
  readonly twilio: LocalTwilio;
  readonly runtime: Runtime;
  /** A Flex token with these roles. */
  tokenFor(...roles: string[]): string;
  stop(): Promise<void>;
}

export const QUEUE = `WQ${'a'.repeat(32)}`;
export const TASK = `WT${'b'.repeat(32)}`;
export const WORKER = `WK${'c'.repeat(32)}`;

export async function startLocalStack(env: Record<string, string> = {}): Promise<LocalStack> {
  const twilio = await createLocalTwilio();
  const undo = redirectTwilio(twilio.origin);
  const runtime = await startRuntime(['sample', 'status', 'events', 'health'], {
    ACCOUNT_SID: twilio.accountSid,
    AUTH_TOKEN: twilio.authToken,
    SAMPLE_QUEUE: QUEUE,
    EVENTS_BASIC_AUTH: 'twilio:long-enough-password',
    ...env,
  });
  return {
    twilio,
    runtime,
    tokenFor: (...roles) =>
      twilio.identities.issue({ identity: 'ann_40example_2Ecom', workerSid: WORKER, roles }).token,
    async stop() {
      undo();
      https.globalAgent.destroy();
      await runtime.stop();
      await twilio.stop();
    },
  };
}
