import { openSdk } from './openSdk';

/** The official SDK's view of the local Sync, over loopback. */
describe('Sync through the twilio SDK', () => {
  const sdk = openSdk('twilio_sync_v1.json');
  const service = () => sdk.client.sync.v1.services('default');
  const failure = async (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => 'no failure',
      (error: unknown) => error,
    );

  it('claims a key with a Document, as an idempotency store does', async () => {
    const claimed = await service().documents.create({ uniqueName: 'op:1', data: { owner: 'a' }, ttl: 3600 });
    const second = await failure(service().documents.create({ uniqueName: 'op:1', data: { owner: 'b' } }));

    expect(claimed).toMatchObject({
      revision: '0',
      data: { owner: 'a' },
      serviceSid: sdk.local.sync.defaultServiceSid,
    });
    expect(claimed.dateExpires).toEqual(new Date(sdk.local.clock.now() + 3_600_000));
    expect(second).toMatchObject({ status: 409, code: 54301 });
  });

  it('lets one of two writers with the same revision win', async () => {
    const { sid, revision } = await service().documents.create({ data: {} });
    const write = (by: string) => service().documents(sid).update({ ifMatch: revision, data: { by } });

    const results = await Promise.all([failure(write('a')), failure(write('b'))]);

    expect(results.filter((result) => result === 'no failure')).toHaveLength(1);
    expect(results.find((result) => result !== 'no failure')).toMatchObject({ status: 412, code: 54103 });
  });

  it('gives the SDK the revision as ETag', async () => {
    const { sid } = await service().documents.create({ data: {} });

    const { headers, body } = await service().documents(sid).fetchWithHttpInfo();

    expect(new Headers(headers).get('etag')).toBe(body.revision);
  });

  it('reads the pages of a long List to the end', async () => {
    const list = await service().syncLists.create({ uniqueName: 'long' });
    const items = service().syncLists(list.sid).syncListItems;
    for (let n = 0; n < 120; n += 1) await items.create({ data: { n } });

    const all = await items.list({ pageSize: 50, order: 'desc' });

    expect(all.map(({ index }) => index)).toEqual(Array.from({ length: 120 }, (_, n) => 119 - n));
  });

  it("answers the SDK's map items with the documented codes", async () => {
    const { sid } = await service().syncMaps.create({ uniqueName: 'map' });
    const items = service().syncMaps(sid).syncMapItems;
    await items.create({ key: 'k', data: { n: 1 } });

    expect(await failure(items.create({ key: 'k', data: {} }))).toMatchObject({ status: 409, code: 54208 });
    const { revision } = await items('k').update({ data: { n: 2 }, ifMatch: '0' });
    expect(revision).toBe('1');
    expect(await failure(items('k').remove({ ifMatch: '0' }))).toMatchObject({ status: 412, code: 54205 });
    expect(await items('k').remove({ ifMatch: '1' })).toBe(true);
    expect(await failure(items('k').fetch())).toMatchObject({ status: 404, code: 20404 });
  });

  it('expires on the virtual clock, late', async () => {
    const { sid } = await service().documents.create({ data: {}, ttl: 10 });

    await sdk.local.clock.advance(14_000);
    expect((await service().documents(sid).fetch()).sid).toBe(sid);
    await sdk.local.clock.advance(1_000);
    expect(await failure(service().documents(sid).fetch())).toMatchObject({ status: 404 });
  });

  it('throttles with 54009 and recovers in virtual time', async () => {
    const { sid } = await service().documents.create({ data: {} });
    const write = () => service().documents(sid).update({ data: {} });
    for (let n = 0; n < 200; n += 1) await write();

    expect(await failure(write())).toMatchObject({ status: 429, code: 54009 });
    await sdk.local.clock.advance(10_000);
    expect((await write()).revision).toBe('201');
  });

  it('says loudly what it has no route for', async () => {
    expect(await failure(service().syncStreams.create())).toMatchObject({ status: 501 });
  });
});
