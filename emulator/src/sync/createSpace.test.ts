import { callProduct } from '../../test/callProduct';
import { createTestContext } from '../../test/createTestContext';
import type { SyncChange } from './change';
import { syncProduct } from './syncProduct';

const start = () => {
  const context = createTestContext();
  const sync = syncProduct(context);
  const changes: [SyncChange['kind'], SyncChange['type'], number][] = [];
  sync.changes.on(({ kind, type, id }) => changes.push([kind, type, id]));
  return { context, space: sync.space('flex_insights'), sync, changes };
};

describe('a space for products', () => {
  it('opens the same object by the same name', () => {
    const { space, changes } = start();

    expect(space.map('m').sid).toBe(space.map('m').sid);
    expect(space.map('m').sid).not.toBe(space.map('n').sid);
    expect(changes).toEqual([]);
  });

  it('of another product is another', () => {
    const { space, sync } = start();
    space.document('d').set({ a: 1 });

    expect(sync.space('ip_messaging').document('d').get()).toEqual({});
    expect(sync.space('flex_insights').document('d').get()).toEqual({ a: 1 });
    expect(sync.space('data_sync').serviceSid).toBe(sync.defaultServiceSid);
  });

  it('sets and removes Documents', () => {
    const { space, changes } = start();
    const document = space.document('d');
    const { sid } = document;

    document.set({ a: 1 });
    document.set({ b: 2 });
    expect(document.get()).toEqual({ b: 2 });
    document.remove();
    document.remove();

    expect(changes).toEqual([
      ['document', 'updated', 1],
      ['document', 'updated', 2],
      ['document', 'removed', 3],
    ]);
    expect(document.get()).toEqual({});
    expect(document.sid).not.toBe(sid);
  });

  it('sets, replaces and deletes items of Maps', () => {
    const { space, changes } = start();
    const map = space.map('m');

    map.set('k', { a: 1 });
    map.set('k', { b: 2 });
    expect([map.get('k'), map.get('other'), map.keys()]).toEqual([{ b: 2 }, undefined, ['k']]);
    expect([map.delete('k'), map.delete('k')]).toEqual([true, false]);
    map.remove();

    expect(changes.map(([, type]) => type)).toEqual([
      'item_added',
      'item_updated',
      'item_removed',
      'removed',
    ]);
  });

  it('appends, sets and deletes items of Lists', () => {
    const { space } = start();
    const list = space.list('l');

    const indexes = [list.append({ n: 0 }), list.append({ n: 1 })];
    list.set(0, { n: 'zero' });
    expect([list.delete(1), list.delete(1)]).toEqual([true, false]);

    expect(indexes).toEqual([0, 1]);
    expect(list.items()).toEqual([{ index: 0, data: { n: 'zero' } }]);
    expect(() => {
      list.set(7, {});
    }).toThrow(RangeError);
  });

  it('inserts items of Lists where it is told, and goes on from there', () => {
    const { space } = start();
    const list = space.list('l');
    list.append({ n: 0 });
    list.delete(0);

    list.insert(1, { n: 1 });

    expect(list.items()).toEqual([{ index: 1, data: { n: 1 } }]);
    expect(list.append({})).toBe(2);
    expect(() => {
      list.insert(1, {});
    }).toThrow(RangeError);
  });

  it('keeps a copy of what it is given', () => {
    const { space } = start();
    const data = { nested: { a: 1 }, absent: undefined };

    space.document('d').set(data);
    data.nested.a = 2;

    expect(space.document('d').get()).toEqual({ nested: { a: 1 } });
  });

  it('is not held up by rate limits', () => {
    const { space } = start();

    for (let n = 0; n < 1_000; n++) space.document(`d${n}`).set({ n });

    expect(space.document('d999').get()).toEqual({ n: 999 });
  });
});

describe('the changes of the store', () => {
  it('also tell of what goes with its Service', async () => {
    const { context, sync, changes } = start();
    const mine = sync.space('data_sync');
    mine.map('m').set('k', {});
    mine.list('l').append({});
    mine.document('d');
    changes.length = 0;

    await callProduct(context, sync, 'twilio_sync_v1.json').delete('/v1/Services/default');

    expect(changes.map(([kind, type]) => `${kind} ${type}`)).toEqual([
      'document removed',
      'list removed',
      'map removed',
    ]);
  });

  it('are heard until one stops listening', () => {
    const { sync, space } = start();
    const heard: number[] = [];
    const stop = sync.changes.on(({ id }) => heard.push(id));

    space.document('d').set({});
    stop();
    space.document('d').set({});

    expect(heard).toEqual([1]);
  });
});
