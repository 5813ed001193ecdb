export { createLocalTwilio, type LocalTwilio } from './createLocalTwilio';
export type { LocalTwilioOptions, ProductOptions } from './localTwilioOptions';
export { runLocalTwilio } from './cli';
export type {
  Scenario,
  ScenarioIdentity,
  ScenarioQueue,
  ScenarioWorker,
  ScenarioWorkflow,
  ScenarioWorkspace,
  SeededScenario,
} from './admin/scenario/model';
export {
  buildFlexHost,
  type Flex,
  type FlexHost,
  type FlexPage,
  type FlexPlugin,
  type FlexSettings,
  type FlexSettingsChange,
} from './flex';
export type { Insights, InsightsAccess, InsightsChange } from './gooddata';
export type { Identity, IdentityDirectory, IdentityRequest } from './iam/identities';
export type { Clock, ControllableClock } from './kernel/clock';
export type { FaultPlan } from './kernel/faults/faultPlan';
export type { FaultEffect, FaultMatch, FaultRule, PlannedFault } from './kernel/faults/model';
export type { Journal, JournalEntry, JournalFilter } from './kernel/journal';
