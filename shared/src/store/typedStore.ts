import type * as z from 'zod/mini';
import type { CreateOutcome, Json, Store, Stored, SwapOutcome, WriteOptions } from './store';
import { RecordUnreadable } from './storeErrors';

/** A store whose records all have one shape. */
export interface TypedStore<Value> {
  get(key: string): Promise<Stored<Value> | undefined>;
  createIfAbsent(key: string, value: Value, options: WriteOptions): Promise<CreateOutcome<Value>>;
  compareAndSet(key: string, version: string, value: Value, options: WriteOptions): Promise<SwapOutcome>;
}

/** Reads records by a schema: throws RecordUnreadable for one of another shape rather than guess. */
export const typedStore = <Value extends Json>(
  store: Store,
  schema: z.ZodMiniType<Value>,
): TypedStore<Value> => {
  const parse = ({ value, version }: Stored): Stored<Value> => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new RecordUnreadable();
    return { value: parsed.data, version };
  };
  return {
    async get(key) {
      const found = await store.get(key);
      return found && parse(found);
    },
    async createIfAbsent(key, value, options) {
      const outcome = await store.createIfAbsent(key, value, options);
      return outcome.created ? outcome : { created: false, existing: parse(outcome.existing) };
    },
    compareAndSet: (key, version, value, options) => store.compareAndSet(key, version, value, options),
  };
};
