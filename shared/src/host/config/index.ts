export { accountSettings } from './accountSettings';
export type { AccountSettings } from './accountSettings';
export { flag, integer, list, matching, text } from './kinds';
export { problemsOf, readConfig, tryConfig } from './readConfig';
export type { ConfigReading } from './readConfig';
export { requiredWith } from './requiredWith';
export { optional, required, withDefault } from './setting';
export type { ConfigSpec, Kind, Reading, Setting } from './setting';
