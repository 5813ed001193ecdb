export { createTaskRouterEngine } from './engine';
export type { EngineOptions, TaskRouterEngine } from './engine';
export type * from './events';
export type * from './model';
export type * from './operations';
