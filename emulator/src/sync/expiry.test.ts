import { callProduct, type ProductCaller } from '../../test/callProduct';
import { createTestContext, type TestContext } from '../../test/createTestContext';
import { syncProduct } from './syncProduct';

const DOCUMENTS = '/v1/Services/default/Documents';
const MAPS = '/v1/Services/default/Maps';

describe('expiry of Sync objects', () => {
  let context: TestContext;
  let sync: ProductCaller;
  const open = (expiryLatenessMs?: number): void => {
    context = createTestContext();
    const product = syncProduct(context, expiryLatenessMs === undefined ? {} : { expiryLatenessMs });
    sync = callProduct(context, product, 'twilio_sync_v1.json');
  };
  const statusOf = async (path: string): Promise<number> => (await sync.get(path)).status;

  it('keeps an expired Document visible, and its name taken, for five seconds', async () => {
    open();
    const created = await sync.post(DOCUMENTS, { UniqueName: 'key', Ttl: '10' });
    expect(created.body['date_expires']).toBe('2026-01-01T00:00:10Z');

    await context.clock.advance(14_999);
    expect(await statusOf(`${DOCUMENTS}/key`)).toBe(200);
    expect((await sync.post(DOCUMENTS, { UniqueName: 'key' })).status).toBe(409);

    await context.clock.advance(1);
    expect(await statusOf(`${DOCUMENTS}/key`)).toBe(404);
    expect((await sync.post(DOCUMENTS, { UniqueName: 'key' })).status).toBe(201);
  });

  it('expires as late as the options say', async () => {
    open(60_000);
    await sync.post(DOCUMENTS, { UniqueName: 'key', Ttl: '10' });

    await context.clock.advance(69_999);
    expect(await statusOf(`${DOCUMENTS}/key`)).toBe(200);
    await context.clock.advance(1);
    expect(await statusOf(`${DOCUMENTS}/key`)).toBe(404);
  });

  it('does not slide: only an update that says a TTL moves the end', async () => {
    open(0);
    await sync.post(DOCUMENTS, { UniqueName: 'fixed', Ttl: '10' });
    await sync.post(DOCUMENTS, { UniqueName: 'renewed', Ttl: '10' });

    await context.clock.advance(9_000);
    await sync.post(`${DOCUMENTS}/fixed`, { Data: '{"touched":true}' });
    await sync.post(`${DOCUMENTS}/renewed`, { Ttl: '10' });
    await context.clock.advance(1_000);

    expect(await statusOf(`${DOCUMENTS}/fixed`)).toBe(404);
    expect(await statusOf(`${DOCUMENTS}/renewed`)).toBe(200);
    await context.clock.advance(9_000);
    expect(await statusOf(`${DOCUMENTS}/renewed`)).toBe(404);
  });

  it('keeps the revision over a change of TTL alone, and TTL 0 means for ever', async () => {
    open(0);
    await sync.post(DOCUMENTS, { UniqueName: 'key', Ttl: '10' });

    const kept = await sync.post(`${DOCUMENTS}/key`, { Ttl: '0' });
    await context.clock.advance(31_536_000_000);

    expect(kept.body).toMatchObject({ revision: '0', date_expires: null });
    expect(await statusOf(`${DOCUMENTS}/key`)).toBe(200);
  });

  it('does not let the expiry of a deleted Document take its successor along', async () => {
    open(0);
    await sync.post(DOCUMENTS, { UniqueName: 'key', Ttl: '10' });
    await sync.delete(`${DOCUMENTS}/key`);
    await sync.post(DOCUMENTS, { UniqueName: 'key' });

    await context.clock.advance(10_000);

    expect(await statusOf(`${DOCUMENTS}/key`)).toBe(200);
  });

  it('does not let the expiry of a deleted Map item take its successor along', async () => {
    open(0);
    await sync.post(MAPS, { UniqueName: 'map' });
    await sync.post(`${MAPS}/map/Items`, { Key: 'k', Data: '{}', ItemTtl: '10' });
    await sync.delete(`${MAPS}/map/Items/k`);
    await sync.post(`${MAPS}/map/Items`, { Key: 'k', Data: '{}' });

    await context.clock.advance(10_000);

    expect(await statusOf(`${MAPS}/map/Items/k`)).toBe(200);
  });

  it('expires items by ItemTtl before its alias Ttl, and the parent by the CollectionTtl of an item write', async () => {
    open(0);
    await sync.post(MAPS, { UniqueName: 'map' });
    await sync.post(`${MAPS}/map/Items`, {
      Key: 'k',
      Data: '{}',
      Ttl: '100',
      ItemTtl: '5',
      CollectionTtl: '20',
    });

    await context.clock.advance(5_000);
    expect(await statusOf(`${MAPS}/map/Items/k`)).toBe(404);
    expect(await statusOf(`${MAPS}/map`)).toBe(200);

    await context.clock.advance(15_000);
    expect(await statusOf(`${MAPS}/map`)).toBe(404);
  });
});
