import twilio from 'twilio';
import type { SyncClient } from 'twilio-sync';
import { redirectTwilio } from '../preload/redirect.cjs';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { once } from '../src/testing/once';
import { openClientOf } from './syncClient';

describe('what Twilio keeps in Sync for Flex', () => {
  let local: LocalTwilio;
  let client: SyncClient;

  beforeAll(async () => {
    local = await createLocalTwilio();
    client = openClientOf(local, 'alice', 'flex_insights');
  });
  afterAll(async () => {
    await client.shutdown();
    await local.stop();
  });

  it('is seen by the client of that grant, as it changes', async () => {
    const calls = local.sync.space('flex_insights').map('WT1.CS');
    calls.set('CA1', { status: 'joined' });
    const seen = await client.map({ id: 'WT1.CS', mode: 'open_existing' });
    const updated = once(seen, 'itemUpdated');

    calls.set('CA1', { status: 'left' });

    expect(await updated).toMatchObject({ item: { key: 'CA1', data: { status: 'left' } } });
  });

  it('cannot be written by a client', async () => {
    await expect(client.map('of my own')).rejects.toMatchObject({ status: 403, code: 54007 });
  });

  it('is in no Service that REST shows', async () => {
    const { serviceSid } = local.sync.space('flex_insights');
    const restore = redirectTwilio(local.origin);
    const { services } = twilio(local.accountSid, local.authToken).sync.v1;

    expect((await services.list()).map(({ sid }) => sid)).not.toContain(serviceSid);
    await expect(services(serviceSid).fetch()).rejects.toMatchObject({ status: 404 });
    restore();
  });
});
