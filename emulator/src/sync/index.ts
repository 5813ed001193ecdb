export type { SyncOptions, SyncRateLimits } from './options';
export { syncProduct, type SyncProduct } from './syncProduct';
export type { SyncGrant } from './grant';
export type { SpaceDocument, SpaceList, SpaceMap, SyncSpace } from './space';
