import twilio from 'twilio';
import { redirectTwilio } from '../preload/redirect.cjs';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { ValidatingClient } from './validatingClient';

/** The official SDK on a local Twilio whose time stands still; every answer is held against Twilio's OpenAPI. */
export interface Sdk {
  readonly local: LocalTwilio;
  readonly client: ReturnType<typeof twilio>;
}

/** Opens it before the tests of a suite, and ends it after. @param openapi e.g. `twilio_sync_v1.json` */
export function openSdk(openapi: string): Sdk {
  let opened: (Sdk & { readonly restore: () => void }) | undefined;
  const sdk = () => {
    if (!opened) throw new Error('The SDK was not opened');
    return opened;
  };

  beforeAll(async () => {
    const local = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2026, 0, 1) });
    const restore = redirectTwilio(local.origin);
    const httpClient = new ValidatingClient(openapi);
    opened = { local, restore, client: twilio(local.accountSid, local.authToken, { httpClient }) };
  });
  afterAll(async () => {
    sdk().restore();
    await sdk().local.stop();
  });

  return {
    get local() {
      return sdk().local;
    },
    get client() {
      return sdk().client;
    },
  };
}
