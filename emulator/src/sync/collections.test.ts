import { callProduct, type ProductCaller } from '../../test/callProduct';
import { createTestContext } from '../../test/createTestContext';
import { isObject } from '../kernel/isObject';
import { syncProduct } from './syncProduct';

const LISTS = '/v1/Services/default/Lists';
const MAPS = '/v1/Services/default/Maps';

const column = (body: Readonly<Record<string, unknown>>, name: string): unknown[] => {
  const items = body['items'];
  if (!Array.isArray(items)) throw new Error('no items');
  return items.map((item: unknown) => (isObject(item) ? item[name] : undefined));
};

describe('Sync Lists and Maps', () => {
  let sync: ProductCaller;
  beforeEach(async () => {
    const context = createTestContext();
    sync = callProduct(context, syncProduct(context), 'twilio_sync_v1.json');
    await sync.post(LISTS, { UniqueName: 'list' });
    await sync.post(MAPS, { UniqueName: 'map' });
  });

  it.each([
    [LISTS, /^ES/],
    [MAPS, /^MP/],
  ])('creates, fetches, updates, lists and deletes %s', async (path, sid) => {
    const created = await sync.post(path, { UniqueName: 'other' });
    expect(created.body['sid']).toMatch(sid);
    expect((await sync.get(`${path}/other`)).body).toEqual(created.body);
    expect((await sync.post(`${path}/other`, { CollectionTtl: '60' })).body['date_expires']).toMatch(/Z$/);
    expect((await sync.get(path)).status).toBe(200);
    expect(await sync.post(path, { UniqueName: 'other' })).toMatchObject({
      status: 409,
      body: { code: 54301 },
    });
    expect((await sync.delete(`${path}/other`)).status).toBe(204);
    expect(await sync.get(`${path}/other`)).toMatchObject({ status: 404, body: { code: 20404 } });
  });

  it('refuses a taken key with 409 / 54208', async () => {
    await sync.post(`${MAPS}/map/Items`, { Key: 'k', Data: '{"n":1}' });

    const second = await sync.post(`${MAPS}/map/Items`, { Key: 'k', Data: '{"n":2}' });

    expect(second).toMatchObject({ status: 409, body: { code: 54208 } });
    expect((await sync.get(`${MAPS}/map/Items/k`)).body['data']).toEqual({ n: 1 });
  });

  it.each([
    ['Map', `${MAPS}/map/Items`, 'k', 54205],
    ['List', `${LISTS}/list/Items`, '0', 54155],
  ])('updates and deletes a %s item conditionally', async (_kind, items, key, code) => {
    const created = await sync.post(items, { Key: 'k', Data: '{"n":1}' });
    expect(created).toMatchObject({ status: 201, headers: { ETag: '0' } });

    const won = await sync.post(`${items}/${key}`, { Data: '{"n":2}' }, { 'if-match': '0' });
    const lost = await sync.post(`${items}/${key}`, { Data: '{"n":3}' }, { 'if-match': '0' });
    const keptByIfMatch = await sync.delete(`${items}/${key}`, { 'if-match': '0' });
    const deleted = await sync.delete(`${items}/${key}`, { 'if-match': '1' });

    expect(won).toMatchObject({
      status: 200,
      headers: { ETag: '1' },
      body: { data: { n: 2 }, revision: '1' },
    });
    expect(lost).toMatchObject({ status: 412, body: { code } });
    expect(keptByIfMatch).toMatchObject({ status: 412, body: { code } });
    expect(deleted.status).toBe(204);
    expect((await sync.get(`${items}/${key}`)).status).toBe(404);
  });

  it('never reuses a List index and skips one after a delete', async () => {
    for (const n of [0, 1, 2]) await sync.post(`${LISTS}/list/Items`, { Data: JSON.stringify({ n }) });

    await sync.delete(`${LISTS}/list/Items/2`);
    const next = await sync.post(`${LISTS}/list/Items`, { Data: '{}' });

    expect(next.body['index']).toBe(4);
  });

  it.each([
    ['', ['0', '1', '2', '3']],
    ['?Order=desc', ['3', '2', '1', '0']],
    ['?From=1', ['1', '2', '3']],
    ['?From=1&Bounds=exclusive', ['2', '3']],
    ['?From=2&Order=desc', ['2', '1', '0']],
    ['?From=2&Order=desc&Bounds=exclusive', ['1', '0']],
    ['?PageSize=2&Page=1', ['2', '3']],
  ])('reads List items in the order and bounds of %j', async (query, expected) => {
    for (let n = 0; n < 4; n += 1) await sync.post(`${LISTS}/list/Items`, { Data: '{}' });

    const page = await sync.get(`${LISTS}/list/Items${query}`);

    expect(column(page.body, 'index').map(String)).toEqual(expected);
  });

  it('orders Map items by key and keeps odd keys addressable', async () => {
    for (const key of ['b', 'a/1', 'ä']) await sync.post(`${MAPS}/map/Items`, { Key: key, Data: '{}' });

    expect(column((await sync.get(`${MAPS}/map/Items`)).body, 'key')).toEqual(['a/1', 'b', 'ä']);
    expect((await sync.get(`${MAPS}/map/Items/${encodeURIComponent('a/1')}`)).status).toBe(200);
    expect(column((await sync.get(`${MAPS}/map/Items?From=b&Bounds=exclusive`)).body, 'key')).toEqual(['ä']);
  });

  it.each([
    ['an item without Data', `${LISTS}/list/Items`, {}],
    ['a Map item without a key', `${MAPS}/map/Items`, { Data: '{}' }],
    ['a key of 321 characters', `${MAPS}/map/Items`, { Key: 'k'.repeat(321), Data: '{}' }],
  ])('refuses %s with 400 / 20001', async (_what, path, form) => {
    expect(await sync.post(path, form)).toMatchObject({ status: 400, body: { code: 20001 } });
  });

  it('refuses an unknown order with 400 / 20001', async () => {
    expect((await sync.get(`${MAPS}/map/Items?Order=up`)).body).toMatchObject({ status: 400, code: 20001 });
  });
});
