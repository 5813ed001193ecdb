import https from 'node:https';
import { createLocalTwilio, type LocalTwilio } from '@patchbay/emulator';
import { redirectTwilio } from '@patchbay/emulator/redirect';
import type { FlexAccount } from '../../src/auth';
import { createTokenCheck } from '../../src/auth';
import type { FlexUser } from '../../src/endpoint';
import type { ManualPlatform } from '../host/manualPlatform';
import { manualPlatform } from '../host/manualPlatform';

export const WORKER = `WK${'c'.repeat(32)}`;
export const LIMIT_MS = 3_000;

/** How a token's check fails. */
export const refused = { code: 'token_refused' };
export const unavailable = { code: 'identity_unavailable', retryAfterSeconds: 2 };

/** A local Twilio for this test file; its time stands still. */
export interface Iam {
  readonly twilio: LocalTwilio;
  /** A token of a worker with the role `agent`. */
  readonly issue: (lifetimeMs?: number) => string;
  stop(): Promise<void>;
}

export async function startIam(): Promise<Iam> {
  const twilio = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2026, 0, 1) });
  const undo = redirectTwilio(twilio.origin);
  return {
    twilio,
    issue: (lifetimeMs = 3_600_000) =>
      twilio.identities.issue({ identity: 'ann', workerSid: WORKER, roles: ['agent'], lifetimeMs }).token,
    async stop() {
      undo();
      https.globalAgent.destroy();
      await twilio.stop();
    },
  };
}

export interface FreshProcess {
  readonly platform: ManualPlatform;
  readonly account: FlexAccount;
  readonly ask: (token: string, other?: FlexAccount) => Promise<FlexUser>;
  /** How often IAM was asked since. */
  readonly validations: () => number;
}

/** A process that has nothing cached and no connection open, its time standing still at the local Twilio's. */
export function startProcess(twilio: LocalTwilio): FreshProcess {
  https.globalAgent.destroy();
  const platform = manualPlatform();
  const check = createTokenCheck(platform);
  const account = { accountSid: twilio.accountSid, authToken: twilio.authToken, region: undefined };
  const before = twilio.journal.sequence;
  return {
    platform,
    account,
    ask: (token, other = account) => check(token, other, LIMIT_MS),
    validations: () => twilio.journal.entries({ since: before, host: 'iam.twilio.com' }).length,
  };
}
