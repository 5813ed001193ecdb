import type { SyncClient } from 'twilio-sync';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { once } from '../src/testing/once';
import { openSyncClient } from './syncClient';

const MINUTE = 60_000;

describe('a token, through the twilsock SDK', () => {
  let local: LocalTwilio;
  const clients: SyncClient[] = [];

  beforeAll(async () => {
    local = await createLocalTwilio({ mode: 'paused' });
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.shutdown()));
    await local.stop();
  });

  const issue = (lifetimeMs: number): string =>
    local.identities.issue({ identity: 'alice', roles: ['agent'], lifetimeMs }).token;
  const open = (token: string): SyncClient => {
    const client = openSyncClient(local.origin, token);
    clients.push(client);
    return client;
  };
  const connected = (client: SyncClient): Promise<unknown> =>
    new Promise((resolve) => {
      client.on('connectionStateChanged', (state) => {
        if (state === 'connected') resolve(state);
      });
    });

  it('that nobody issued is refused for good', async () => {
    const client = open('no-such-token');

    expect(await once(client, 'connectionError')).toMatchObject({
      terminal: true,
      httpStatusCode: 401,
      errorCode: 20101,
    });
    expect(client.connectionState).toBe('denied');
  });

  it('that was revoked is refused', async () => {
    const token = issue(MINUTE);
    local.identities.revoke(token);

    expect(await once(open(token), 'connectionError')).toMatchObject({ errorCode: 20101 });
  });

  it('that has expired is refused, and its client says so', async () => {
    const token = issue(MINUTE);
    await local.clock.advance(MINUTE);
    const client = open(token);

    const [error] = await Promise.all([once(client, 'connectionError'), once(client, 'tokenExpired')]);

    expect(error).toMatchObject({ terminal: true, httpStatusCode: 401, errorCode: 20104 });
  });

  it('is announced to expire three minutes before it does, and ends its connection', async () => {
    const client = open(issue(10 * MINUTE));
    await connected(client);
    const warned = once(client, 'tokenAboutToExpire');

    await local.clock.advance(7 * MINUTE);
    await warned;
    const expired = once(client, 'tokenExpired');
    await local.clock.advance(3 * MINUTE);

    await expired;
  });

  it('is replaced in time by another, without a break', async () => {
    const client = open(issue(10 * MINUTE));
    await connected(client);
    const states: string[] = [];
    client.on('connectionStateChanged', (state: string) => states.push(state));

    await client.updateToken(issue(60 * MINUTE));
    await local.clock.advance(10 * MINUTE);
    await client.document('after-the-first-token');

    expect(states).toEqual([]);
  });

  it('is not replaced by a bad one', async () => {
    const client = open(issue(10 * MINUTE));
    await connected(client);

    await expect(client.updateToken('no-such-token')).rejects.toMatchObject({ status: 400, code: 51130 });
  });
});
