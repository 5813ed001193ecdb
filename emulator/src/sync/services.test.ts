import { callProduct, type ProductCaller } from '../../test/callProduct';
import { createTestContext } from '../../test/createTestContext';
import { syncProduct, type SyncProduct } from './syncProduct';

describe('Sync Services', () => {
  let product: SyncProduct;
  let sync: ProductCaller;
  beforeEach(() => {
    const context = createTestContext();
    product = syncProduct(context);
    sync = callProduct(context, product, 'twilio_sync_v1.json');
  });

  it('starts with a default Service, reachable by SID and as "default"', async () => {
    const byAlias = await sync.get('/v1/Services/default');
    const bySid = await sync.get(`/v1/Services/${product.defaultServiceSid}`);

    expect(byAlias).toEqual(bySid);
    expect(byAlias.body['sid']).toBe(product.defaultServiceSid);
  });

  it('creates a Service with webhooks from REST switched off, and updates only what the form says', async () => {
    const created = await sync.post('/v1/Services', { FriendlyName: 'first' });
    const path = `/v1/Services/${String(created.body['sid'])}`;

    const updated = await sync.post(path, { AclEnabled: 'true', ReachabilityDebouncingWindow: '3000' });

    expect(created).toMatchObject({ status: 201, body: { webhooks_from_rest_enabled: false } });
    expect(updated.body).toMatchObject({
      friendly_name: 'first',
      acl_enabled: true,
      reachability_debouncing_window: 3000,
    });
  });

  it('keeps the objects of two Services apart', async () => {
    const other = String((await sync.post('/v1/Services')).body['sid']);
    await sync.post('/v1/Services/default/Documents', { UniqueName: 'key' });

    expect((await sync.post(`/v1/Services/${other}/Documents`, { UniqueName: 'key' })).status).toBe(201);
  });

  it('deletes a Service with everything in it', async () => {
    const sid = String((await sync.post('/v1/Services')).body['sid']);
    await sync.post(`/v1/Services/${sid}/Documents`, { UniqueName: 'key', Ttl: '60' });
    await sync.post(`/v1/Services/${sid}/Lists`, { UniqueName: 'list' });
    await sync.post(`/v1/Services/${sid}/Lists/list/Items`, { Data: '{}', ItemTtl: '60' });

    expect((await sync.delete(`/v1/Services/${sid}`)).status).toBe(204);

    expect((await sync.get(`/v1/Services/${sid}`)).body).toMatchObject({ status: 404, code: 20404 });
    expect((await sync.get(`/v1/Services/${sid}/Documents/key`)).status).toBe(404);
    expect((await sync.get(`/v1/Services/${sid}/Lists/list/Items/0`)).status).toBe(404);
    expect((await sync.get('/v1/Services')).body['services']).toHaveLength(1);
  });

  it.each([{ AclEnabled: 'maybe' }, { ReachabilityDebouncingWindow: 'long' }])(
    'refuses the setting %j',
    async (form) => {
      expect((await sync.post('/v1/Services', form)).body).toMatchObject({ status: 400, code: 20001 });
    },
  );
});
