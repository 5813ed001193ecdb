import type {
  Activity,
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

interface Happened {
  /** EV…, unique per event. */
  readonly sid: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly workspace: Workspace;
}

export interface WorkspaceEvent extends Happened {
  readonly type: `workspace.${'created' | 'updated' | 'deleted'}`;
}

export interface ActivityEvent extends Happened {
  readonly type: `activity.${'created' | 'updated' | 'deleted'}`;
  readonly activity: Activity;
}

export interface TaskChannelEvent extends Happened {
  readonly type: `task-channel.${'created' | 'updated' | 'deleted'}`;
  readonly taskChannel: TaskChannel;
}

/** What every event about a task carries, as it was right after the change. */
interface AboutTask extends Happened {
  readonly task: Task;
  readonly taskChannel: TaskChannel;
  readonly taskQueue: TaskQueue | null;
  readonly workflow: Workflow | null;
}

export interface TaskEvent extends AboutTask {
  readonly type: `task.${'created' | 'updated' | 'canceled' | 'wrapup' | 'completed' | 'deleted' | 'system-deleted'}`;
}

export interface TaskQueueEvent extends Happened {
  readonly type: `task-queue.${'created' | 'deleted' | 'expression.updated'}`;
  readonly taskQueue: TaskQueue;
}

/** A task's way through queues. */
export interface TaskQueuePassageEvent extends AboutTask {
  readonly type: `task-queue.${'entered' | 'timeout' | 'moved'}`;
  readonly taskQueue: TaskQueue;
  /** The queue it came from (`moved`). */
  readonly previousTaskQueue?: TaskQueue;
  readonly previousTaskPriority?: number;
}

export interface WorkflowEvent extends Happened {
  readonly type: `workflow.${'created' | 'updated' | 'deleted'}`;
  readonly workflow: Workflow;
}

/** A task's way through a workflow. */
export interface WorkflowPassageEvent extends AboutTask {
  readonly type: `workflow.${'entered' | 'target-matched' | 'timeout' | 'skipped'}`;
  readonly workflow: Workflow;
  readonly filterName?: string;
  readonly filterExpression?: string;
  /** The target's queue SID. */
  readonly targetName?: string;
  readonly targetExpression?: string;
}

interface AboutWorker extends Happened {
  readonly worker: Worker;
  readonly activity: Activity;
}

export interface WorkerEvent extends AboutWorker {
  readonly type: `worker.${'created' | 'deleted' | 'attributes.update'}`;
}

export interface WorkerActivityEvent extends AboutWorker {
  readonly type: 'worker.activity.update';
  readonly previousActivity: Activity;
  /** Milliseconds spent in the previous activity. */
  readonly timeInPreviousActivityMs: number;
}

export interface WorkerChannelEvent extends AboutWorker {
  readonly type: 'worker.capacity.update' | 'worker.channel.availability.update';
  readonly workerChannel: WorkerChannel;
  readonly taskChannel: TaskChannel;
  /** Configured capacity before the change. */
  readonly previousCapacity: number;
}

export interface ReservationEvent extends AboutTask {
  readonly type: `reservation.${'created' | 'accepted' | 'rejected' | 'timeout' | 'canceled' | 'rescinded' | 'completed' | 'wrapup'}`;
  readonly reservation: Reservation;
  readonly worker: Worker;
  readonly activity: Activity;
  /** The transfer this reservation was offered by. */
  readonly transfer: Transfer | null;
}

export interface TransferEvent extends AboutTask {
  readonly type: `task.transfer-${'initiated' | 'attempt-failed' | 'failed' | 'canceled' | 'completed'}`;
  readonly transfer: Transfer;
  /** The worker who started the transfer. */
  readonly worker: Worker;
  /** The initiating reservation. */
  readonly reservation: Reservation;
}

/** Everything TaskRouter tells about, with Twilio's event types (doc "Event Callbacks", event reference). */
export type TaskRouterEvent =
  | WorkspaceEvent
  | ActivityEvent
  | TaskChannelEvent
  | TaskEvent
  | TaskQueueEvent
  | TaskQueuePassageEvent
  | WorkflowEvent
  | WorkflowPassageEvent
  | WorkerEvent
  | WorkerActivityEvent
  | WorkerChannelEvent
  | ReservationEvent
  | TransferEvent;

export type TaskRouterEventType = TaskRouterEvent['type'];

/** Called right after the change that caused the event is complete; must not throw. */
export type TaskRouterListener = (event: TaskRouterEvent) => void;
