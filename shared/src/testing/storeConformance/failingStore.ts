import { StoreUnavailable } from '../../store/storeErrors';
import type { RemoteStoreUnderTest } from '../storeConformance';
import { createRecord, forMs } from './writes';

/** Lost answers are settled by reading, and an error never looks like "no record". */
export const failingStore = (current: () => RemoteStoreUnderTest): void => {
  it('knows its own create again when the answer was lost', async () => {
    const store = current().open();
    current().loseNextWriteAnswer();

    const outcome = await store.createIfAbsent('key', 'mine', forMs(current()));

    expect(outcome.created).toBe(true);
    const version = outcome.created ? outcome.version : '';
    expect((await store.compareAndSet('key', version, 'next', forMs(current()))).swapped).toBe(true);
  });

  it("does not take another's record for its own after a lost answer", async () => {
    await createRecord(current().open(), 'key', 'theirs', forMs(current()));
    current().loseNextWriteAnswer();

    const outcome = await current().open().createIfAbsent('key', 'mine', forMs(current()));

    expect(outcome).toMatchObject({ created: false, existing: { value: 'theirs' } });
  });

  it('knows its own swap again when the answer was lost', async () => {
    const store = current().open();
    const { version } = await createRecord(store, 'key', 1, forMs(current()));
    current().loseNextWriteAnswer();

    const swap = await store.compareAndSet('key', version, 2, forMs(current()));

    expect(swap.swapped).toBe(true);
    const next = swap.swapped ? swap.version : '';
    expect((await store.compareAndSet('key', next, 3, forMs(current()))).swapped).toBe(true);
  });

  it('still refuses a stale version when the answer was lost', async () => {
    const store = current().open();
    const { version } = await createRecord(store, 'key', 1, forMs(current()));
    await store.compareAndSet('key', version, 2, forMs(current()));
    current().loseNextWriteAnswer();

    expect(await store.compareAndSet('key', version, 3, forMs(current()))).toEqual({ swapped: false });
  });

  it('throws, and says nothing about records, while it cannot be reached', async () => {
    const store = current().open();
    const { version } = await createRecord(store, 'key', 1, forMs(current()));
    current().breakDown();

    await expect(store.get('key')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.get('absent')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.createIfAbsent('other', 1, forMs(current()))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.compareAndSet('key', version, 2, forMs(current()))).rejects.toBeInstanceOf(
      StoreUnavailable,
    );

    current().heal();
    expect((await store.get('key'))?.value).toBe(1);
  });
};
