export { WorkflowConfigurationError } from './configurationError';
export type {
  KnownWorker,
  WorkerOrder,
  WorkflowConfiguration,
  WorkflowFilter,
  WorkflowTarget,
} from './model';
export { parseWorkflowConfiguration, queuesOf } from './parseConfiguration';
