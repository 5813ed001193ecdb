import { randomUUID } from 'node:crypto';
import type { Json, Store, Stored, WriteOptions } from '../../store/store';
import type { StoreUnderTest } from '../storeConformance';

/** How to write a record that lives `lifeMs`, with a fresh owner. */
export const forMs = ({ clock }: StoreUnderTest, lifeMs = 60_000): WriteOptions => ({
  owner: randomUUID(),
  expiresAt: clock.now() + lifeMs,
});

/** Creates a record and returns it as a reader sees it. */
export const createRecord = async (
  store: Store,
  key: string,
  value: Json,
  options: WriteOptions,
): Promise<Stored> => {
  const outcome = await store.createIfAbsent(key, value, options);
  if (!outcome.created) throw new Error(`a record was there already under ${key}`);
  return { value, version: outcome.version };
};
