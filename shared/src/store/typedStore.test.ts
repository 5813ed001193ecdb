import * as z from 'zod/mini';
import { manualClock } from '../testing/manualClock';
import { memoryStore } from './memoryStore';
import { RecordUnreadable } from './storeErrors';
import { typedStore } from './typedStore';

const clock = manualClock();
const options = { owner: 'me', expiresAt: clock.now() + 1_000 };

describe('typedStore', () => {
  it('gives records the shape the schema says', async () => {
    const store = typedStore(memoryStore(clock), z.object({ count: z.number() }));
    await store.createIfAbsent('key', { count: 1 }, options);

    expect((await store.get('key'))?.value.count).toBe(1);
  });

  it('refuses to read a record of another shape, rather than guess', async () => {
    const store = memoryStore(clock);
    await store.createIfAbsent('key', { count: 'one' }, options);
    const typed = typedStore(store, z.object({ count: z.number() }));

    await expect(typed.get('key')).rejects.toBeInstanceOf(RecordUnreadable);
    await expect(typed.createIfAbsent('key', { count: 1 }, options)).rejects.toBeInstanceOf(RecordUnreadable);
  });
});
