import { callProduct, type ProductCaller } from '../../test/callProduct';
import { createTestContext, type TestContext } from '../../test/createTestContext';
import type { SyncOptions } from './options';
import { syncProduct } from './syncProduct';

const DOCUMENTS = '/v1/Services/default/Documents';
const MAPS = '/v1/Services/default/Maps';
const LARGE = JSON.stringify({ d: 'x'.repeat(10 * 1024) });

describe('rate limits of Sync', () => {
  let context: TestContext;
  let sync: ProductCaller;
  const open = (options: SyncOptions = {}): void => {
    context = createTestContext();
    sync = callProduct(context, syncProduct(context, options), 'twilio_sync_v1.json');
  };
  /** How many of `times` calls get through, one after the other, in no time. */
  const countSuccesses = async (times: number, call: () => Promise<{ status: number }>): Promise<number> => {
    let successes = 0;
    for (let n = 0; n < times; n += 1) if ((await call()).status < 300) successes += 1;
    return successes;
  };

  it('lets 200 writes of one Document through in ten seconds and refuses the next with 429 / 54009', async () => {
    open();
    await sync.post(DOCUMENTS, { UniqueName: 'key' });

    expect(await countSuccesses(201, () => sync.post(`${DOCUMENTS}/key`, { Data: '{}' }))).toBe(200);

    const refused = await sync.post(`${DOCUMENTS}/key`, { Data: '{}' });
    expect(refused).toMatchObject({ status: 429, headers: { 'Retry-After': '10' }, body: { code: 54009 } });
    expect((await sync.get(`${DOCUMENTS}/key`)).body['revision']).toBe('200');
  });

  it('lets writes through again once Retry-After is over', async () => {
    open({ rateLimits: { writesPerObject: 1 } });
    await sync.post(DOCUMENTS, { UniqueName: 'key' });
    await countSuccesses(11, () => sync.post(`${DOCUMENTS}/key`, { Data: '{}' }));

    await context.clock.advance(9_999);
    expect((await sync.post(`${DOCUMENTS}/key`, { Data: '{}' })).status).toBe(429);
    await context.clock.advance(1);
    expect((await sync.post(`${DOCUMENTS}/key`, { Data: '{}' })).status).toBe(200);
  });

  it('holds writes of 10 KiB and more to 2 per second', async () => {
    open();
    await sync.post(DOCUMENTS, { UniqueName: 'key' });

    expect(await countSuccesses(30, () => sync.post(`${DOCUMENTS}/key`, { Data: LARGE }))).toBe(20);
    expect((await sync.post(`${DOCUMENTS}/key`, { Data: '{}' })).status).toBe(200);
  });

  it('counts every item write against its Map, and other Maps not at all', async () => {
    open({ rateLimits: { writesPerObject: 0.2 } });
    await sync.post(MAPS, { UniqueName: 'one' });
    await sync.post(MAPS, { UniqueName: 'two' });
    const write = (map: string, key: string) => sync.post(`${MAPS}/${map}/Items`, { Key: key, Data: '{}' });

    expect((await write('one', 'a')).status).toBe(201);
    expect((await write('one', 'b')).status).toBe(201);
    expect((await write('one', 'c')).status).toBe(429);
    expect((await sync.delete(`${MAPS}/one/Items/a`)).status).toBe(429);
    expect((await write('two', 'a')).status).toBe(201);
  });

  it('limits reads of one object', async () => {
    open();
    await sync.post(DOCUMENTS, { UniqueName: 'key' });

    expect(await countSuccesses(210, () => sync.get(`${DOCUMENTS}/key`))).toBe(200);
  });

  it('limits new objects per Service, not counting refused names', async () => {
    open({ rateLimits: { createsPerService: 0.2 } });
    const other = String((await sync.post('/v1/Services')).body['sid']);

    expect((await sync.post(DOCUMENTS, { UniqueName: 'a' })).status).toBe(201);
    expect((await sync.post(DOCUMENTS, { UniqueName: 'a' })).status).toBe(409);
    expect((await sync.post(MAPS, { UniqueName: 'a' })).status).toBe(201);
    expect((await sync.post(DOCUMENTS, { UniqueName: 'b' })).body).toMatchObject({
      status: 429,
      code: 54009,
    });
    expect((await sync.post(`/v1/Services/${other}/Documents`)).status).toBe(201);
  });

  it('leaves Retry-After out, or all limits off, when told', async () => {
    open({ retryAfter: false, rateLimits: { createsPerService: 0.1 } });
    await sync.post(DOCUMENTS);
    expect((await sync.post(DOCUMENTS)).headers).toEqual({});

    open({ rateLimits: 'off' });
    expect(await countSuccesses(250, () => sync.post(DOCUMENTS))).toBe(250);
  });
});
