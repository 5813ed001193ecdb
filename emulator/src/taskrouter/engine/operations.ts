import type {
  WorkspaceInput,
  WorkspaceChange,
  ActivityInput,
  TaskChannelInput,
  TaskQueueInput,
  WorkflowInput,
  WorkflowChange,
  WorkerInput,
  WorkerChange,
  WorkerChannelChange,
  TaskInput,
  TaskChange,
  ReservationChange,
  TransferInput,
} from './inputs';
import type {
  Activity,
  Instruction,
  Reservation,
  Task,
  TaskChannel,
  TaskQueue,
  Transfer,
  Worker,
  WorkerChannel,
  Workflow,
  Workspace,
} from './model';

export type * from './inputs';

/** Looks resources up. */
export interface Directory<T> {
  /** Throws 404/20404 when there is none. */
  get(sid: string): T;
  find(sid: string): T | undefined;
  /** In order of creation. */
  list(): readonly T[];
}

export interface ActivityOperations extends Directory<Activity> {
  create(input: ActivityInput): Activity;
  /** Availability cannot change: it is not even asked for. */
  update(sid: string, change: { readonly friendlyName?: string }): Activity;
  delete(sid: string): void;
}

export interface TaskChannelOperations extends Directory<TaskChannel> {
  create(input: TaskChannelInput): TaskChannel;
  update(sid: string, change: Partial<Omit<TaskChannelInput, 'uniqueName'>>): TaskChannel;
  delete(sid: string): void;
  /** By SID or unique name. */
  resolve(sidOrUniqueName: string): TaskChannel | undefined;
}

export interface TaskQueueOperations extends Directory<TaskQueue> {
  create(input: TaskQueueInput): TaskQueue;
  update(sid: string, change: Partial<TaskQueueInput>): TaskQueue;
  delete(sid: string): void;
  /** The queues whose target expression the worker matches. */
  ofWorker(workerSid: string): readonly TaskQueue[];
}

export interface WorkflowOperations extends Directory<Workflow> {
  create(input: WorkflowInput): Workflow;
  update(sid: string, change: WorkflowChange): Workflow;
  delete(sid: string): void;
}

export interface WorkerOperations extends Directory<Worker> {
  create(input: WorkerInput): Worker;
  update(sid: string, change: WorkerChange): Worker;
  delete(sid: string, ifVersion?: number): void;
}

export interface WorkerChannelOperations {
  /** By the worker channel's SID, the task channel's SID or its unique name. Throws 404/20404. */
  get(workerSid: string, channel: string): WorkerChannel;
  list(workerSid: string): readonly WorkerChannel[];
  update(workerSid: string, channel: string, change: WorkerChannelChange): WorkerChannel;
}

export interface TaskOperations extends Directory<Task> {
  create(input: TaskInput): Task;
  update(sid: string, change: TaskChange): Task;
  delete(sid: string, ifVersion?: number): void;
}

export interface ReservationOperations extends Directory<Reservation> {
  update(sid: string, change: ReservationChange): Reservation;
  ofTask(taskSid: string): readonly Reservation[];
  ofWorker(workerSid: string): readonly Reservation[];
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
