export { describeEvent } from './describeEvent';
export type { EventFields, FieldValue } from './eventFields';
export { resourceOf } from './resourceOf';
export { summarizeEvent } from './summarizeEvent';
