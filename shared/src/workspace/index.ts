export type {
  ActivityDescription,
  TaskChannelDescription,
  TaskQueueDescription,
  WorkflowDescription,
  WorkflowFilter,
  WorkflowRouting,
  WorkflowTarget,
  WorkspaceDescription,
} from './description';
