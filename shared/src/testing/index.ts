export { basePorts } from './basePorts';
export { manualClock } from './manualClock';
export type { ManualClock } from './manualClock';
export { silentLog } from './silentLog';
export { remoteStoreConformance, storeConformance } from './storeConformance';
export type { RemoteStoreUnderTest, StoreUnderTest } from './storeConformance';
