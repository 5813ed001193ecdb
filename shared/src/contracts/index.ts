export * from './sids';
export * from './failure';
export * from './contract';
export * from './taskrouter/task';
export * from './taskrouter/reservation';
export * from './taskrouter/worker';
export * from './taskrouter/event';
export * from './attributionTransfer';
