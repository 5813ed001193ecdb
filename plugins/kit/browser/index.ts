export { configurePlugin, holdSlowTimers } from './configuration';
export { openSuite, type Scene, type Setting } from './openSuite';
export type { RunningStack } from './readStack';
export type { CallOnStage, Stage } from './stage';
