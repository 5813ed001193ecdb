import type { Clock } from '../endpoint/ports';
import { encodeRecord } from './encodeRecord';
import type { Json, Store, Stored, WriteOptions } from './store';

interface Entry {
  readonly text: string;
  readonly expiresAt: number;
  readonly version: string;
}

const SWEEP_EVERY = 1_000;

/** A store in this process's memory: for tests, and as the model that the others are measured against. */
export const memoryStore = (clock: Clock): Store => {
  const entries = new Map<string, Entry>();
  let writes = 0;

  const live = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    return entry && entry.expiresAt > clock.now() ? entry : undefined;
  };

  const write = (key: string, value: Json, options: WriteOptions): string => {
    const text = encodeRecord(value, options);
    writes += 1;
    if (writes % SWEEP_EVERY === 0) sweep(entries, clock.now());
    const version = String(writes);
    entries.set(key, { text, expiresAt: options.expiresAt, version });
    return version;
  };

  // No await between a look and a write: each method is atomic. The promises come from `async`, so errors reject.
  /* eslint-disable @typescript-eslint/require-await */
  return {
    async get(key) {
      const entry = live(key);
      return entry && show(entry);
    },
    async createIfAbsent(key, value, options) {
      const entry = live(key);
      return entry
        ? { created: false, existing: show(entry) }
        : { created: true, version: write(key, value, options) };
    },
    async compareAndSet(key, version, value, options) {
      if (live(key)?.version !== version) return { swapped: false };
      return { swapped: true, version: write(key, value, options) };
    },
  };
  /* eslint-enable */
};

// Parsed for each reader: nobody can change a record by changing what he was given.
const show = ({ text, version }: Entry): Stored => {
  const record: unknown = JSON.parse(text);
  return { value: Reflect.get(Object(record), 'value'), version };
};

const sweep = (entries: Map<string, Entry>, now: number): void => {
  for (const [key, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(key);
};
