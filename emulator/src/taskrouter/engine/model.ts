/**
 * TaskRouter's resources as plain data. Every object is an immutable snapshot: a change replaces it by a new one.
 * Dates are milliseconds since 1970; `attributes` is the JSON text as written; `version` starts at 0 and grows by
 * one with every change, also those the engine makes itself (Twilio's ETag).
 */
export type ServiceOrder = 'FIFO' | 'LIFO';

interface Dated {
  readonly sid: string;
  readonly workspaceSid: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
}

export interface Workspace {
  readonly sid: string;
  readonly accountSid: string;
  readonly friendlyName: string;
  readonly defaultActivitySid: string;
  readonly timeoutActivitySid: string;
  readonly eventCallbackUrl: string | null;
  /** Comma-separated event types for the callback URL; null means all. */
  readonly eventsFilter: string | null;
  readonly multiTaskEnabled: boolean;
  readonly prioritizeQueueOrder: ServiceOrder;
  readonly dateCreated: number;
  readonly dateUpdated: number;
}

export interface Activity extends Dated {
  readonly friendlyName: string;
  readonly available: boolean;
}

export interface TaskChannel extends Dated {
  readonly friendlyName: string;
  readonly uniqueName: string;
  readonly channelOptimizedRouting: boolean;
}

export interface TaskQueue extends Dated {
  readonly friendlyName: string;
  /** Expression over worker attributes; null matches nobody. */
  readonly targetWorkers: string | null;
  readonly maxReservedWorkers: number;
  readonly taskOrder: ServiceOrder;
  readonly reservationActivitySid: string | null;
  readonly assignmentActivitySid: string | null;
}

export interface Workflow extends Dated {
  readonly friendlyName: string;
  /** JSON text. */
  readonly configuration: string;
  readonly assignmentCallbackUrl: string | null;
  readonly fallbackAssignmentCallbackUrl: string | null;
  /** Seconds. */
  readonly taskReservationTimeout: number;
}

export interface Worker extends Dated {
  readonly friendlyName: string;
  readonly attributes: string;
  readonly activitySid: string;
  readonly activityName: string;
  /** The activity's availability, not the capacity. */
  readonly available: boolean;
  readonly dateStatusChanged: number;
  readonly version: number;
}

export interface WorkerChannel extends Dated {
  readonly workerSid: string;
  readonly taskChannelSid: string;
  readonly taskChannelUniqueName: string;
  readonly configuredCapacity: number;
  /** Reservations of this channel that were accepted and aren't completed; a pending one isn't an assigned task yet. */
  readonly assignedTasks: number;
  readonly available: boolean;
  /** 0 to 100, rounded down; unlike `assignedTasks` it counts pending reservations too. */
  readonly availableCapacityPercentage: number;
  readonly lastReservedTime: number | null;
}

export type TaskStatus = 'pending' | 'reserved' | 'assigned' | 'wrapping' | 'completed' | 'canceled';

export interface Task extends Dated {
  /** Null for a task routed straight to a worker or queue without a workflow. */
  readonly workflowSid: string | null;
  readonly taskQueueSid: string | null;
  readonly taskQueueEnteredDate: number | null;
  readonly taskChannelSid: string;
  readonly taskChannelUniqueName: string;
  readonly assignmentStatus: TaskStatus;
  readonly attributes: string;
  readonly priority: number;
  readonly reason: string | null;
  /** Seconds it may wait for an assignment, from its creation. */
  readonly timeout: number;
  readonly virtualStartTime: number;
  readonly routingTarget: string | null;
  readonly ignoreCapacity: boolean;
  readonly version: number;
}

export type ReservationStatus =
  'pending' | 'accepted' | 'rejected' | 'timeout' | 'canceled' | 'rescinded' | 'wrapping' | 'completed';

export type InstructionName =
  'accept' | 'reject' | 'conference' | 'call' | 'dequeue' | 'redirect' | 'supervise';

/** How a reservation was told to proceed, as data: a voice product acts on it. */
export interface Instruction {
  readonly name: InstructionName;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Reservation extends Dated {
  readonly taskSid: string;
  readonly workerSid: string;
  readonly workerName: string;
  readonly reservationStatus: ReservationStatus;
  /** Seconds. */
  readonly reservationTimeout: number;
  /** The transfer that offered this reservation, if one did. */
  readonly transferSid: string | null;
  readonly instruction: Instruction | null;
  readonly version: number;
}

export type TransferMode = 'WARM' | 'COLD';
export type TransferType = 'WORKER' | 'QUEUE';
export type TransferStatus = 'initiated' | 'complete' | 'failed' | 'canceled';

export interface Transfer extends Dated {
  readonly taskSid: string;
  readonly mode: TransferMode;
  readonly type: TransferType;
  /** WK… or WQ…. */
  readonly to: string;
  readonly status: TransferStatus;
  readonly failedReason: string | null;
  readonly initiatingReservationSid: string;
  readonly initiatingWorkerSid: string;
  readonly initiatingQueueSid: string | null;
  readonly initiatingWorkflowSid: string | null;
}
