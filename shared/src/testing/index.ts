export { manualClock } from './manualClock';
export type { ManualClock } from './manualClock';
export { remoteStoreConformance, storeConformance } from './storeConformance';
export type { RemoteStoreUnderTest, StoreUnderTest } from './storeConformance';
