export type { SyncOptions, SyncRateLimits } from './options';
export { syncProduct, type SyncProduct } from './syncProduct';
