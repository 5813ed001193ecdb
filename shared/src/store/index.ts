export { memoryStore } from './memoryStore';
export type { CreateOutcome, Json, Store, Stored, SwapOutcome, WriteOptions } from './store';
export { RecordTooLarge, RecordUnreadable, StoreUnavailable } from './storeErrors';
export { syncStore } from './syncStore';
export type { SyncStoreOptions } from './syncStore';
export { typedStore } from './typedStore';
export type { TypedStore } from './typedStore';
