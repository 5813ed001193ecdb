import { once } from '../src/testing/once';
import { openSyncPair } from './openSyncPair';

describe('Maps and Lists through two clients', () => {
  const sync = openSyncPair();

  describe('a Map', () => {
    const openBoth = async (name: string) => ({
      hers: await sync.alice.map(name),
      his: await sync.bob.map(name),
    });

    it('tells of items added, updated and removed', async () => {
      const { hers, his } = await openBoth('people');

      const added = once(his, 'itemAdded');
      await hers.set('carol', { age: 1 });
      expect(await added).toMatchObject({ item: { key: 'carol', data: { age: 1 } }, isLocal: false });

      const updated = once(his, 'itemUpdated');
      await hers.set('carol', { age: 2 });
      expect(await updated).toMatchObject({ item: { data: { age: 2 } }, previousItemData: { age: 1 } });

      const removed = once(his, 'itemRemoved');
      await hers.remove('carol');
      expect(await removed).toMatchObject({ key: 'carol', previousItemData: { age: 2 } });
      await expect(his.get('carol')).rejects.toMatchObject({ status: 404, code: 54201 });
    });

    it('takes keys of any kind', async () => {
      const { hers, his } = await openBoth('odd keys');

      await hers.set('a/b?c d', { odd: true });

      expect((await his.get('a/b?c d')).data).toEqual({ odd: true });
    });

    it('gets one item, not two, from both who add it at once', async () => {
      const { hers, his } = await openBoth('race');
      const add = (data: object) => ({ n: ('n' in data ? Number(data.n) : 0) + 1 });

      await Promise.all([hers.mutate('k', add), his.mutate('k', add)]);

      expect((await sync.service().syncMaps('race').syncMapItems('k').fetch()).data).toEqual({ n: 2 });
    });

    it('is read page by page, in both directions and orders', async () => {
      const { his } = await openBoth('pages');
      const space = sync.local.sync.space('data_sync').map('pages');
      for (const key of ['a', 'b', 'c', 'd', 'e']) space.set(key, { key });
      const keysOf = ({ items }: { items: readonly { key: string }[] }) =>
        items.map(({ key }) => key).join('');

      const first = await his.getItems({ pageSize: 2 });
      const second = await first.nextPage();
      const third = await second.nextPage();
      const descending = await his.getItems({ from: 'd', order: 'desc', pageSize: 3 });

      expect([first, second, third, await third.prevPage(), descending].map(keysOf)).toEqual([
        'ab',
        'cd',
        'e',
        'cd',
        'dcb',
      ]);
      expect([first.hasPrevPage, third.hasNextPage]).toEqual([false, false]);
    });

    it('comes with its items when asked', async () => {
      sync.local.sync.space('data_sync').map('with items').set('k', { v: 1 });

      const his = await sync.bob.map({ id: 'with items', includeItems: true });
      await his.get('k');

      expect(sync.local.journal.entries({ pattern: '/v3/Maps/:collection' }).at(-1)?.query).toEqual([
        'Include',
      ]);
    });

    it('and its items expire', async () => {
      const { hers, his } = await openBoth('short-lived');
      await hers.set('k', {}, { ttl: 10 });
      await hers.setTtl(100);
      const itemRemoved = once(his, 'itemRemoved');
      await sync.local.clock.advance(20_000);
      expect(await itemRemoved).toMatchObject({ key: 'k' });
      const removed = once(his, 'removed');

      await sync.local.clock.advance(100_000);

      await removed;
    });

    it('is removed for everybody', async () => {
      const { hers, his } = await openBoth('gone');
      const removed = once(his, 'removed');

      await hers.removeMap();

      await removed;
      await expect(sync.service().syncMaps('gone').fetch()).rejects.toMatchObject({ status: 404 });
    });
  });

  describe('a List', () => {
    it('tells of items pushed, set and removed, and never uses an index again', async () => {
      const hers = await sync.alice.list('log');
      const his = await sync.bob.list('log');

      const added = once(his, 'itemAdded');
      const { index } = await hers.push({ line: 1 });
      expect(await added).toMatchObject({ item: { index, data: { line: 1 } } });

      const updated = once(his, 'itemUpdated');
      await hers.update(index, { more: true });
      expect(await updated).toMatchObject({ item: { data: { line: 1, more: true } } });

      const removed = once(his, 'itemRemoved');
      await hers.remove(index);
      expect(await removed).toMatchObject({ index });

      expect((await his.push({})).index).toBeGreaterThan(index);
    });

    it('is removed for everybody', async () => {
      const hers = await sync.alice.list('gone');
      const his = await sync.bob.list('gone');
      const removed = once(his, 'removed');

      await hers.removeList();

      await removed;
    });
  });
});
