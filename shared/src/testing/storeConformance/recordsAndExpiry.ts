import { RecordTooLarge } from '../../store/storeErrors';
import type { StoreUnderTest } from '../storeConformance';
import { createRecord, forMs } from './writes';

const ODD_KEYS = ['a', 'A', 'a/b', 'a?b', 'a b', 'a%2Fb', 'ä€𝄞', '../a', 'WT1:WQ2', 'x'.repeat(2_000), ''];

/** Reading, writing, isolation of keys, and what time does. */
export const recordsAndExpiry = (current: () => StoreUnderTest): void => {
  it('gives another instance the record as it was written', async () => {
    const value = { text: 'ä€𝄞"\\', list: [1, null, true, { deep: {} }], number: 1.5 };
    const { version } = await createRecord(current().open(), 'key', value, forMs(current()));

    expect(await current().open().get('key')).toEqual({ value, version });
  });

  it('has nothing under a key that was never written', async () => {
    expect(await current().open().get('nothing')).toBeUndefined();
  });

  it('keeps records under odd keys apart', async () => {
    const store = current().open();
    for (const key of ODD_KEYS) await createRecord(store, key, { of: key }, forMs(current()));

    for (const key of ODD_KEYS) expect((await store.get(key))?.value).toEqual({ of: key });
  });

  it('hands out copies, so that a caller cannot change a record by changing what it was given', async () => {
    const store = current().open();
    await createRecord(store, 'key', { list: [1] }, forMs(current()));

    const first = await store.get('key');
    Object.assign(Object(first?.value), { list: [] });

    expect((await store.get('key'))?.value).toEqual({ list: [1] });
  });

  it('has nothing under the key of an expired record', async () => {
    const store = current().open();
    await createRecord(store, 'key', 1, forMs(current(), 5_000));
    await current().clock.advance(5_000);

    expect(await store.get('key')).toBeUndefined();
  });

  it('keeps a record until the moment it expires', async () => {
    const store = current().open();
    await createRecord(store, 'key', 1, forMs(current(), 5_000));
    await current().clock.advance(4_999);

    expect((await store.get('key'))?.value).toBe(1);
  });

  it('lets an expired record be created anew', async () => {
    const store = current().open();
    await createRecord(store, 'key', 'old', forMs(current(), 5_000));
    await current().clock.advance(5_000);

    const outcome = await store.createIfAbsent('key', 'new', forMs(current()));

    expect(outcome.created).toBe(true);
    expect((await store.get('key'))?.value).toBe('new');
  });

  it('lets a record be created anew long after it expired', async () => {
    const store = current().open();
    await createRecord(store, 'key', 'old', forMs(current(), 5_000));
    await current().clock.advance(48 * 3_600_000);

    expect((await store.createIfAbsent('key', 'new', forMs(current()))).created).toBe(true);
  });

  it('moves the expiry with every write', async () => {
    const store = current().open();
    const { version } = await createRecord(store, 'key', 1, forMs(current(), 5_000));
    await store.compareAndSet('key', version, 2, forMs(current(), 60_000));
    await current().clock.advance(59_000);

    expect((await store.get('key'))?.value).toBe(2);
  });

  it('refuses a record above 16 KiB and keeps the one before it', async () => {
    const store = current().open();
    const { version } = await createRecord(store, 'key', 'small', forMs(current()));
    const large = 'x'.repeat(16 * 1024);

    await expect(store.createIfAbsent('other', large, forMs(current()))).rejects.toBeInstanceOf(
      RecordTooLarge,
    );
    await expect(store.compareAndSet('key', version, large, forMs(current()))).rejects.toBeInstanceOf(
      RecordTooLarge,
    );
    expect((await store.get('key'))?.value).toBe('small');
  });
};
