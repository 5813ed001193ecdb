import type { ServiceOrder, TransferMode } from './model';

export interface WorkspaceInput {
  readonly friendlyName: string;
  readonly eventCallbackUrl?: string | null;
  readonly eventsFilter?: string | null;
  readonly multiTaskEnabled?: boolean;
  readonly prioritizeQueueOrder?: ServiceOrder;
  /** FIFO adds "Sample Queue" (everyone) and "Default Fifo Workflow"; NONE, the default, adds neither. */
  readonly template?: 'FIFO' | 'NONE';
}

export interface WorkspaceChange extends Partial<Omit<WorkspaceInput, 'template'>> {
  readonly defaultActivitySid?: string;
  readonly timeoutActivitySid?: string;
}

export interface ActivityInput {
  readonly friendlyName: string;
  readonly available?: boolean;
}

export interface TaskChannelInput {
  readonly friendlyName: string;
  readonly uniqueName: string;
  readonly channelOptimizedRouting?: boolean;
}

export interface TaskQueueInput {
  readonly friendlyName: string;
  /** `1==1` unless given. */
  readonly targetWorkers?: string | null;
  readonly maxReservedWorkers?: number;
  readonly taskOrder?: ServiceOrder;
  readonly reservationActivitySid?: string;
  readonly assignmentActivitySid?: string;
}

export interface WorkflowInput {
  readonly friendlyName: string;
  /** JSON text. */
  readonly configuration: string;
  readonly assignmentCallbackUrl?: string | null;
  readonly fallbackAssignmentCallbackUrl?: string | null;
  /** Seconds, 1 to 86,400; 120 unless given. */
  readonly taskReservationTimeout?: number;
}

export interface WorkflowChange extends Partial<WorkflowInput> {
  /** Routes the tasks still waiting by the new configuration. */
  readonly reEvaluateTasks?: boolean;
}

export interface WorkerInput {
  readonly friendlyName: string;
  /** JSON text of an object; `{}` unless given. */
  readonly attributes?: string;
  /** The workspace's default activity unless given. */
  readonly activitySid?: string;
}

export interface WorkerChange extends Partial<WorkerInput> {
  /** Only together with a move to an activity that is not available. */
  readonly rejectPendingReservations?: boolean;
  /** Refused with 412/20412 unless it is the current version. */
  readonly ifVersion?: number;
}

export interface WorkerChannelChange {
  readonly capacity?: number;
  readonly available?: boolean;
}

export interface TaskInput {
  /** Needed unless the workspace has exactly one workflow or `routingTarget` is given. */
  readonly workflowSid?: string;
  /** JSON text of an object; `{}` unless given. */
  readonly attributes?: string;
  readonly priority?: number;
  /** Seconds, up to 1,209,600; 86,400 unless given. */
  readonly timeout?: number;
  /** SID or unique name; `default` unless given. */
  readonly taskChannel?: string;
  /** Milliseconds since 1970, not in the future. */
  readonly virtualStartTime?: number;
  /** WK…, WQ… or WW…. */
  readonly routingTarget?: string;
  /** Only with a worker as the routing target; then true unless given. */
  readonly ignoreCapacity?: boolean;
  /** TaskQueue SID. Accepted as the routing target of a task without one. */
  readonly taskQueueSid?: string;
}

export interface TaskChange {
  readonly attributes?: string;
  readonly assignmentStatus?: string;
  readonly reason?: string;
  readonly priority?: number;
  readonly virtualStartTime?: number;
  readonly ifVersion?: number;
}

export interface ReservationChange {
  readonly reservationStatus?: string;
  /** The activity a rejecting worker moves to. */
  readonly workerActivitySid?: string;
  /** `conference`, `call`, `dequeue`, `redirect`, … with its parameters, kept as data. */
  readonly instruction?: string;
  readonly instructionParameters?: Readonly<Record<string, string>>;
  readonly ifVersion?: number;
}

export interface TransferInput {
  readonly reservationSid: string;
  readonly taskSid: string;
  /** The worker who asks; must own the reservation. */
  readonly workerSid: string;
  /** WK… or WQ…. */
  readonly to: string;
  readonly mode: TransferMode;
  /** JSON text of an object. */
  readonly attributes?: string;
  readonly priority?: number;
}
