import twilio from 'twilio';
import type { SyncClient } from 'twilio-sync';
import { redirectTwilio } from '../preload/redirect.cjs';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { openClientOf } from './syncClient';

/** Twilio's Sync clients of two people, and Sync's REST, on one local Twilio whose time stands still. */
export interface SyncPair {
  readonly local: LocalTwilio;
  readonly alice: SyncClient;
  readonly bob: SyncClient;
  /** The account's default Service by REST. */
  service(): ReturnType<ReturnType<typeof twilio>['sync']['v1']['services']>;
}

/** Opens them before the tests of a suite, and ends them after. */
export function openSyncPair(): SyncPair {
  let opened: (Omit<SyncPair, 'service'> & { readonly restore: () => void }) | undefined;
  const pair = () => {
    if (!opened) throw new Error('The clients were not opened');
    return opened;
  };

  beforeAll(async () => {
    const local = await createLocalTwilio({ mode: 'paused' });
    const restore = redirectTwilio(local.origin);
    opened = { local, restore, alice: openClientOf(local, 'alice'), bob: openClientOf(local, 'bob') };
  });
  afterAll(async () => {
    const { alice, bob, restore, local } = pair();
    await Promise.all([alice.shutdown(), bob.shutdown()]);
    restore();
    await local.stop();
  });

  return {
    get local() {
      return pair().local;
    },
    get alice() {
      return pair().alice;
    },
    get bob() {
      return pair().bob;
    },
    service() {
      const { accountSid, authToken } = pair().local;
      return twilio(accountSid, authToken).sync.v1.services('default');
    },
  };
}
