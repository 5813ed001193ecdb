export { expiringCache } from './expiringCache';
export type { ExpiringCache } from './expiringCache';
