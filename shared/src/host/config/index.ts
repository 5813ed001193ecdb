export { accountSettings } from './accountSettings';
export type { AccountSettings } from './accountSettings';
export { flag, integer, list, matching, text } from './kinds';
export { configProblems, readConfig } from './readConfig';
export { optional, required, withDefault } from './setting';
export type { ConfigSpec, Kind, Reading, Setting } from './setting';
