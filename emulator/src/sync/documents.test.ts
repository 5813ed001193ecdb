import { callProduct, type ProductCaller } from '../../test/callProduct';
import { createTestContext, type TestContext } from '../../test/createTestContext';
import { syncProduct } from './syncProduct';

const DOCUMENTS = '/v1/Services/default/Documents';

describe('Sync Documents', () => {
  let context: TestContext;
  let sync: ProductCaller;
  beforeEach(() => {
    context = createTestContext();
    sync = callProduct(context, syncProduct(context), 'twilio_sync_v1.json');
  });

  it('creates a Document with revision "0" that is found by SID and by unique name', async () => {
    const created = await sync.post(DOCUMENTS, { UniqueName: 'claim:1', Data: '{"owner":"a"}' });

    expect(created).toMatchObject({ status: 201, headers: { ETag: '0' } });
    expect(created.body).toMatchObject({
      revision: '0',
      data: { owner: 'a' },
      created_by: 'system',
      date_expires: null,
    });
    const bySid = await sync.get(`${DOCUMENTS}/${String(created.body['sid'])}`);
    const byName = await sync.get(`${DOCUMENTS}/${encodeURIComponent('claim:1')}`);
    expect(bySid.body).toEqual(created.body);
    expect(byName.body).toEqual(created.body);
    expect(byName.headers).toEqual({ ETag: '0' });
  });

  it('refuses a taken unique name with 409 / 54301 and changes nothing', async () => {
    await sync.post(DOCUMENTS, { UniqueName: 'key', Data: '{"first":true}' });

    const second = await sync.post(DOCUMENTS, { UniqueName: 'key', Data: '{"second":true}' });

    expect(second).toMatchObject({ status: 409, body: { code: 54301, status: 409 } });
    expect((await sync.get(`${DOCUMENTS}/key`)).body['data']).toEqual({ first: true });
  });

  it('replaces data wholly on update and counts the revision up', async () => {
    await sync.post(DOCUMENTS, { UniqueName: 'key', Data: '{"a":1,"b":2}' });

    const updated = await sync.post(`${DOCUMENTS}/key`, { Data: '{"b":3}' });

    expect(updated).toMatchObject({ status: 200, headers: { ETag: '1' }, body: { revision: '1' } });
    expect(updated.body['data']).toEqual({ b: 3 });
  });

  it.each(['0', '"0"'])('honours If-Match: %s once, then answers 412 / 54103', async (revision) => {
    await sync.post(DOCUMENTS, { UniqueName: 'key', Data: '{}' });

    const won = await sync.post(`${DOCUMENTS}/key`, { Data: '{"by":"a"}' }, { 'if-match': revision });
    const lost = await sync.post(`${DOCUMENTS}/key`, { Data: '{"by":"b"}' }, { 'if-match': revision });

    expect(won.status).toBe(200);
    expect(lost).toMatchObject({ status: 412, body: { code: 54103 } });
    expect((await sync.get(`${DOCUMENTS}/key`)).body['data']).toEqual({ by: 'a' });
  });

  it.each(['not a revision', '', '"0', '*'])(
    'refuses the malformed If-Match %j with 400 / 54003',
    async (header) => {
      await sync.post(DOCUMENTS, { UniqueName: 'key', Data: '{}' });

      const answer = await sync.post(`${DOCUMENTS}/key`, { Data: '{}' }, { 'if-match': header });

      expect(answer).toMatchObject({ status: 400, body: { code: 54003 } });
    },
  );

  it('deletes unconditionally: If-Match on a delete is ignored', async () => {
    await sync.post(DOCUMENTS, { UniqueName: 'key', Data: '{}' });

    const deleted = await sync.delete(`${DOCUMENTS}/key`, { 'if-match': '99' });

    expect(deleted.status).toBe(204);
    expect(await sync.get(`${DOCUMENTS}/key`)).toMatchObject({ status: 404, body: { code: 20404 } });
  });

  it('restarts the revision after delete and recreate, so that a stale If-Match can win', async () => {
    await sync.post(DOCUMENTS, { UniqueName: 'key', Data: '{"life":1}' });
    await sync.delete(`${DOCUMENTS}/key`);
    await sync.post(DOCUMENTS, { UniqueName: 'key', Data: '{"life":2}' });

    const stale = await sync.post(`${DOCUMENTS}/key`, { Data: '{"stale":true}' }, { 'if-match': '0' });

    expect(stale.status).toBe(200);
  });

  it('never upserts: updating a missing Document is 404 / 20404', async () => {
    expect(await sync.post(`${DOCUMENTS}/missing`, { Data: '{}' })).toMatchObject({
      status: 404,
      body: { code: 20404 },
    });
  });

  it.each([
    ['16 KiB exactly', { Data: JSON.stringify({ d: 'x'.repeat(16 * 1024 - 8) }) }, 201, undefined],
    ['one byte more', { Data: JSON.stringify({ d: 'x'.repeat(16 * 1024 - 7) }) }, 413, 54006],
    ['no JSON', { Data: '{' }, 400, 54008],
    ['no object', { Data: '[1]' }, 400, 54008],
    ['a TTL above a year', { Data: '{}', Ttl: '31536001' }, 400, 54011],
    ['a negative TTL', { Data: '{}', Ttl: '-1' }, 400, 54011],
    ['a TTL that is no number', { Data: '{}', Ttl: 'soon' }, 400, 54011],
    ['a name of 321 characters', { UniqueName: 'n'.repeat(321) }, 400, 20001],
    ['no data at all', {}, 201, undefined],
  ])('answers a create with %s as Twilio does', async (_what, form, status, code) => {
    const answer = await sync.post(DOCUMENTS, form);

    expect(answer.status).toBe(status);
    expect(answer.body['code']).toBe(code);
  });

  it('answers 404 / 54050 for a Service that does not exist', async () => {
    expect(await sync.get(`/v1/Services/IS${'f'.repeat(32)}/Documents`)).toMatchObject({
      status: 404,
      body: { code: 54050 },
    });
  });

  it('lists at most 100 Documents per page', async () => {
    for (let n = 0; n < 101; n += 1) await sync.post(DOCUMENTS, { UniqueName: `d${n}` });

    const first = await sync.get(`${DOCUMENTS}?PageSize=1000`);

    expect(first.body['documents']).toHaveLength(100);
    expect(first.body['meta']).toMatchObject({ key: 'documents', page_size: 100, page: 0 });
  });
});
