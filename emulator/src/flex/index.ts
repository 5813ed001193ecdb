export { createFlex, type Flex, type FlexOptions } from './flex';
export { buildFlexHost, type FlexHost } from './host/buildFlexHost';
export type { PolicyViolation } from './pages/policyViolations';
export type { FlexPage, FlexPlugin, FlexSettings, FlexSettingsChange } from './settings/flexSettings';
