export { createEventBridge } from './createEventBridge';
export type { EventBridgeOptions } from './createEventBridge';
