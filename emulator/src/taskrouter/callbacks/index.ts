export { deliverWorkspaceCallbacks } from './deliverWorkspaceCallbacks';
export { describeEvent, resourceOf, summarizeEvent, type EventFields } from './fields';
export type { CallbackOptions } from './options';
