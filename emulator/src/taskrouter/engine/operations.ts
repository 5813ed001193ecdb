import type {
  Activity,
  Instruction,
  Reservation,
  ServiceOrder,
  Task,
  TaskChannel,
  TaskQueue,
  Transfer,
  TransferMode,
  Worker,
  WorkerChannel,
  Workflow,
  Workspace,
} from './model';

/** Looks resources up. */
export interface Directory<T> {
  /** Throws 404/20404 when there is none. */
  get(sid: string): T;
  find(sid: string): T | undefined;
  /** In order of creation. */
  list(): readonly T[];
}

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

export interface ActivityOperations extends Directory<Activity> {
  create(input: ActivityInput): Activity;
  /** Availability cannot change: it is not even asked for. */
  update(sid: string, change: { readonly friendlyName?: string }): Activity;
  delete(sid: string): void;
}

export interface TaskChannelInput {
  readonly friendlyName: string;
  readonly uniqueName: string;
  readonly channelOptimizedRouting?: boolean;
}

export interface TaskChannelOperations extends Directory<TaskChannel> {
  create(input: TaskChannelInput): TaskChannel;
  update(sid: string, change: Partial<Omit<TaskChannelInput, 'uniqueName'>>): TaskChannel;
  delete(sid: string): void;
  /** By SID or unique name. */
  resolve(sidOrUniqueName: string): TaskChannel | undefined;
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

export interface TaskQueueOperations extends Directory<TaskQueue> {
  create(input: TaskQueueInput): TaskQueue;
  update(sid: string, change: Partial<TaskQueueInput>): TaskQueue;
  delete(sid: string): void;
  /** The queues whose target expression the worker matches. */
  ofWorker(workerSid: string): readonly TaskQueue[];
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

export interface WorkflowOperations extends Directory<Workflow> {
  create(input: WorkflowInput): Workflow;
  update(sid: string, change: WorkflowChange): Workflow;
  delete(sid: string): void;
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

export interface WorkerOperations extends Directory<Worker> {
  create(input: WorkerInput): Worker;
  update(sid: string, change: WorkerChange): Worker;
  delete(sid: string, ifVersion?: number): void;
}

export interface WorkerChannelChange {
  readonly capacity?: number;
  readonly available?: boolean;
}

export interface WorkerChannelOperations {
  /** By the worker channel's SID, the task channel's SID or its unique name. Throws 404/20404. */
  get(workerSid: string, channel: string): WorkerChannel;
  list(workerSid: string): readonly WorkerChannel[];
  update(workerSid: string, channel: string, change: WorkerChannelChange): WorkerChannel;
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

export interface TaskOperations extends Directory<Task> {
  create(input: TaskInput): Task;
  update(sid: string, change: TaskChange): Task;
  delete(sid: string, ifVersion?: number): void;
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

export interface ReservationOperations extends Directory<Reservation> {
  update(sid: string, change: ReservationChange): Reservation;
  ofTask(taskSid: string): readonly Reservation[];
  ofWorker(workerSid: string): readonly Reservation[];
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

export interface TransferOperations extends Directory<Transfer> {
  start(input: TransferInput): Transfer;
  /** Only the initiating worker, only while the transfer is initiated. */
  cancel(sid: string, workerSid: string): Transfer;
  ofTask(taskSid: string): readonly Transfer[];
}

/** An instruction given to a reservation, for whoever can act on it. */
export interface GivenInstruction {
  readonly workspaceSid: string;
  readonly task: Task;
  readonly reservation: Reservation;
  readonly instruction: Instruction;
}

/** One workspace. Everything is synchronous and throws TwilioError for what Twilio refuses. */
export interface WorkspaceEngine {
  readonly sid: string;
  current(): Workspace;
  readonly activities: ActivityOperations;
  readonly taskChannels: TaskChannelOperations;
  readonly taskQueues: TaskQueueOperations;
  readonly workflows: WorkflowOperations;
  readonly workers: WorkerOperations;
  readonly workerChannels: WorkerChannelOperations;
  readonly tasks: TaskOperations;
  readonly reservations: ReservationOperations;
  readonly transfers: TransferOperations;
}

export interface WorkspaceOperations extends Directory<Workspace> {
  create(input: WorkspaceInput): Workspace;
  update(sid: string, change: WorkspaceChange): Workspace;
  delete(sid: string): void;
}
