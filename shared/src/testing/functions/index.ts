export { answerOf } from './answerOf';
export type { Answer } from './answerOf';
export { captureLog } from './captureLog';
export { startFunctions } from './startFunctions';
export type { Functions } from './startFunctions';
export { startProcesses } from './startProcesses';
export type { FunctionProcess } from './startProcesses';
