import type { SyncClient } from 'twilio-sync';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import { once } from '../src/testing/once';
import { openClientOf } from './syncClient';

describe('a Sync client that lost its connection', () => {
  let local: LocalTwilio;
  let client: SyncClient;

  beforeEach(async () => {
    local = await createLocalTwilio();
    client = openClientOf(local, 'alice');
  });
  afterEach(async () => {
    await client.shutdown();
    await local.stop();
  });

  const untilState = (wanted: string): Promise<void> =>
    new Promise((resolve) => {
      client.on('connectionStateChanged', (state) => {
        if (state === wanted) resolve();
      });
    });

  /** Cuts the connection, keeps it from coming back while `meanwhile` runs, and waits until it is back. */
  const beAway = async (meanwhile: () => void): Promise<void> => {
    const refused = local.faults.add({ match: { host: 'tsock' }, effect: { type: 'refuse' } });
    local.faults.add({
      match: { host: 'cds', path: '/v3/Documents/cut-here' },
      times: 1,
      effect: { type: 'refuse' },
    });
    const gone = untilState('connecting');
    const cut = client.document('cut-here').catch(() => 'disconnected');
    await gone;
    meanwhile();
    const back = untilState('connected');
    local.faults.remove(refused.id);
    await back;
    await cut;
  };

  it('hears of everything it missed, in order', async () => {
    const map = local.sync.space('data_sync').map('m');
    map.set('old', { v: 0 });
    const seen = await client.map('m');
    await seen.get('old');
    const heard: unknown[] = [];
    seen.on('itemAdded', ({ item }: { item: { key: string } }) => heard.push(['added', item.key]));
    seen.on('itemUpdated', ({ item }: { item: { key: string } }) => heard.push(['updated', item.key]));
    seen.on('itemRemoved', ({ key }: { key: string }) => heard.push(['removed', key]));
    const last = once(seen, 'itemRemoved');

    await beAway(() => {
      map.set('new', { v: 1 });
      map.set('new', { v: 2 });
      map.delete('old');
    });
    await last;

    expect(heard).toEqual([
      ['added', 'new'],
      ['updated', 'new'],
      ['removed', 'old'],
    ]);
  });

  it('sees the present state when it was away longer than anybody remembers', async () => {
    const document = local.sync.space('data_sync').document('d');
    const seen = await client.document('d');
    const updated = once(seen, 'updated');

    await beAway(() => {
      for (let n = 1; n <= 1_000; n++) document.set({ n });
    });

    expect(await updated).toMatchObject({ data: { n: 1_000 } });
  });

  it('sees every item of a Map when it was away longer than anybody remembers', async () => {
    const map = local.sync.space('data_sync').map('m');
    const seen = await client.map('m');
    const last = new Promise<void>((resolve) => {
      seen.on('itemUpdated', ({ item }: { item: { key: string } }) => {
        if (item.key === 'k499') resolve();
      });
    });

    await beAway(() => {
      for (let n = 0; n < 500; n++) map.set(`k${n}`, { n });
    });
    await last;

    expect((await seen.get('k0')).data).toEqual({ n: 0 });
    expect(local.journal.counts()['GET cds.us1.twilio.com/v3/Services/:service/Maps/:collection/Items']).toBe(
      undefined,
    );
  });

  it('hears that an object is gone', async () => {
    const document = local.sync.space('data_sync').document('d');
    const seen = await client.document('d');
    const removed = once(seen, 'removed');

    await beAway(() => {
      document.remove();
    });

    await removed;
  });
});
