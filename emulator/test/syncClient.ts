import { SyncClient } from 'twilio-sync';
import type { LocalTwilio } from '../src/createLocalTwilio';
import type { SyncGrant } from '../src/sync';

const TWILSOCK = '/_host/tsock.us1.twilio.com/v3/wsconnect';

/** Where the twilsock SDK finds the local Twilio at `origin`, e.g. `http://127.0.0.1:4010`. */
export const twilsockUri = (origin: string): string => `${origin.replace(/^http/, 'ws')}${TWILSOCK}`;

/** Twilio's own Sync client; `productId` is what Flex gives it to read Flex's data. */
export function openSyncClient(
  origin: string,
  token: string,
  productId: SyncGrant = 'data_sync',
): SyncClient {
  const options = {
    logLevel: 'silent' as const,
    productId,
    twilsock: { uri: twilsockUri(origin) },
    // The SDK's own pauses before it connects again begin at a second.
    retryPolicy: { min: 20, max: 50, randomness: 0 },
  };
  return new SyncClient(token, options);
}

/** A Sync client of someone with a good token. */
export function openClientOf(local: LocalTwilio, identity: string, productId?: SyncGrant): SyncClient {
  const { token } = local.identities.issue({ identity, roles: ['agent'] });
  return openSyncClient(local.origin, token, productId);
}
