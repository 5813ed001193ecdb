import { once } from '../src/testing/once';
import { openSyncPair } from './openSyncPair';

describe('Sync through two clients', () => {
  const sync = openSyncPair();

  describe('a Document', () => {
    const openBoth = async (name: string) => ({
      hers: await sync.alice.document(name),
      his: await sync.bob.document(name),
    });

    it('one sets is updated at the other', async () => {
      const { hers, his } = await openBoth('greeting');
      const updated = once(his, 'updated');

      await hers.set({ text: 'hello' });

      expect(await updated).toMatchObject({ data: { text: 'hello' }, isLocal: false, previousData: {} });
      expect(his).toMatchObject({ revision: '1', lastEventId: 1 });
    });

    it('both mutate at once has both changes: who loses tries again', async () => {
      const { hers, his } = await openBoth('counter');
      const increment = (data: object) => ({ n: ('n' in data ? Number(data.n) : 0) + 1 });

      await Promise.all([hers.mutate(increment), his.mutate(increment)]);

      expect((await sync.service().documents('counter').fetch()).data).toEqual({ n: 2 });
      expect(
        sync.local.journal
          .entries({ pattern: '/v3/Services/:service/Documents/:document' })
          .map(({ status }) => status),
      ).toContain(412);
    });

    it('REST updates and removes is so for a client', async () => {
      const his = await sync.bob.document('from-rest');
      const updated = once(his, 'updated');
      await sync
        .service()
        .documents('from-rest')
        .update({ data: { by: 'REST' } });
      expect(await updated).toMatchObject({ data: { by: 'REST' } });
      const removed = once(his, 'removed');

      await sync.service().documents('from-rest').remove();

      expect(await removed).toMatchObject({ isLocal: false, previousData: { by: 'REST' } });
    });

    it('a client creates is there for REST, under its name', async () => {
      await sync.alice.document({ id: 'hers', mode: 'create_new', data: { a: 1 }, ttl: 60 });

      const seen = await sync.service().documents('hers').fetch();

      expect(seen).toMatchObject({ data: { a: 1 }, createdBy: 'alice' });
      expect(seen.dateExpires.getTime()).toBe(Math.floor(sync.local.clock.now() / 1_000) * 1_000 + 60_000);
    });

    it('whose name is taken is not created anew', async () => {
      await sync.alice.document({ id: 'taken', mode: 'create_new' });

      await expect(sync.bob.document({ id: 'taken', mode: 'create_new' })).rejects.toMatchObject({
        status: 409,
        code: 54301,
      });
    });

    it('that is not there is a 404 for who opens existing ones', async () => {
      await expect(sync.bob.document({ id: 'nothing', mode: 'open_existing' })).rejects.toMatchObject({
        status: 404,
        code: 54100,
      });
    });

    it('that expires is removed', async () => {
      const his = await sync.bob.document({ id: 'short', ttl: 10 });
      const removed = once(his, 'removed');

      await sync.local.clock.advance(20_000);

      await removed;
    });

    it('larger than 16 KiB is refused', async () => {
      const hers = await sync.alice.document('large');

      await expect(hers.set({ text: 'x'.repeat(17_000) })).rejects.toMatchObject({
        status: 413,
        code: 54006,
      });
    });
  });

  it('throttles one who writes too much', async () => {
    const hers = await sync.alice.document('hot');
    const space = sync.service().documents('hot');
    await Promise.all(Array.from({ length: 200 }, (_, n) => space.update({ data: { n } })));

    await expect(hers.set({})).rejects.toMatchObject({ status: 429, code: 54009 });
  });

  it('shows nothing more to one who closed an object', async () => {
    const hers = await sync.alice.document('closed');
    const his = await sync.bob.document('closed');
    const heard: unknown[] = [];
    his.on('updated', (event) => heard.push(event));
    his.close();
    await sync.local.journal.waitFor(
      { pattern: '/v4/Subscriptions', since: sync.local.journal.sequence },
      2_000,
    );

    await hers.set({ late: true });
    await sync.bob.document('another');

    expect(heard).toEqual([]);
  });
});
