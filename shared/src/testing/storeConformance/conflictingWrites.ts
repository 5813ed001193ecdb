import type { StoreUnderTest } from '../storeConformance';
import { createRecord, forMs } from './writes';

const RACERS = 50;

/** One winner per race, and versions that fence late writers. */
export const conflictingWrites = (current: () => StoreUnderTest): void => {
  it('creates one record when fifty instances try at once, and shows the others that one', async () => {
    const racers = Array.from({ length: RACERS }, (_, racer) => ({ racer, store: current().open() }));

    const outcomes = await Promise.all(
      racers.map(({ racer, store }) => store.createIfAbsent('key', { racer }, forMs(current()))),
    );

    const winner = outcomes.findIndex((outcome) => outcome.created);
    expect(outcomes.filter((outcome) => outcome.created)).toHaveLength(1);
    expect((await current().open().get('key'))?.value).toEqual({ racer: winner });
    for (const outcome of outcomes)
      if (!outcome.created) expect(outcome.existing.value).toEqual({ racer: winner });
  });

  it('gives an expired record to one of those who want it', async () => {
    await createRecord(current().open(), 'key', 'old', forMs(current(), 1_000));
    await current().clock.advance(1_000);

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, racer) =>
        current().open().createIfAbsent('key', { racer }, forMs(current())),
      ),
    );

    expect(outcomes.filter((outcome) => outcome.created)).toHaveLength(1);
  });

  it('lets one of many writers with the same version win', async () => {
    const { version } = await createRecord(current().open(), 'key', 0, forMs(current()));

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, racer) =>
        current().open().compareAndSet('key', version, { racer }, forMs(current())),
      ),
    );

    expect(outcomes.filter((outcome) => outcome.swapped)).toHaveLength(1);
    const winner = outcomes.findIndex((outcome) => outcome.swapped);
    expect((await current().open().get('key'))?.value).toEqual({ racer: winner });
  });

  it('loses no increment of two writers who read, add and write again', async () => {
    await createRecord(current().open(), 'key', 0, forMs(current()));
    const add = async (): Promise<void> => {
      const store = current().open();
      const found = await store.get('key');
      const swap = await store.compareAndSet(
        'key',
        found?.version ?? '',
        Number(found?.value) + 1,
        forMs(current()),
      );
      if (!swap.swapped) await add();
    };

    await Promise.all([add(), add(), add(), add()]);

    expect((await current().open().get('key'))?.value).toBe(4);
  });

  it('refuses a stale version, and goes on from the new one', async () => {
    const store = current().open();
    const { version } = await createRecord(store, 'key', 1, forMs(current()));
    const swap = await store.compareAndSet('key', version, 2, forMs(current()));

    expect(await store.compareAndSet('key', version, 3, forMs(current()))).toEqual({ swapped: false });
    expect(
      swap.swapped && (await store.compareAndSet('key', swap.version, 4, forMs(current()))).swapped,
    ).toBe(true);
    expect((await store.get('key'))?.value).toBe(4);
  });

  it('refuses the version of an expired record, whether it was taken over or not', async () => {
    const store = current().open();
    const left = await createRecord(store, 'left', 'old', forMs(current(), 1_000));
    const taken = await createRecord(store, 'taken', 'old', forMs(current(), 1_000));
    await current().clock.advance(1_000);
    await createRecord(store, 'taken', 'new', forMs(current()));

    expect(await store.compareAndSet('left', left.version, 'late', forMs(current()))).toEqual({
      swapped: false,
    });
    expect(await store.compareAndSet('taken', taken.version, 'late', forMs(current()))).toEqual({
      swapped: false,
    });
    expect((await store.get('taken'))?.value).toBe('new');
  });
};
