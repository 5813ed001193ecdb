import type { ReservationSid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid } from '../contracts/sids';
import type { Reservation, ReservationStatus } from '../contracts/taskrouter/reservation';
import type { Attributes, TaskStatus } from '../contracts/taskrouter/task';

/** A task as TaskRouter's REST API gives it. */
export interface TaskSnapshot {
  readonly sid: TaskSid;
  readonly assignmentStatus: TaskStatus;
  /** Undefined when Twilio left them out (lists may) or they are not a JSON object. */
  readonly attributes: Attributes | undefined;
  readonly taskChannelUniqueName: string;
  readonly workflowSid: WorkflowSid | undefined;
  readonly taskQueueSid: TaskQueueSid | undefined;
  /** Why it was canceled or completed. */
  readonly reason: string | undefined;
  /** Milliseconds since 1970. */
  readonly dateCreated: number;
  /** The ETag that a conditional write must name; undefined in lists. */
  readonly version: string | undefined;
}

export interface NewTask {
  readonly workflowSid: WorkflowSid;
  /** Unique name or SID. */
  readonly taskChannel: string;
  readonly attributes: Attributes;
  readonly timeoutSeconds?: number;
  readonly priority?: number;
  /** Straight to this worker, whatever the worker's activity and capacity. */
  readonly routingTarget?: WorkerSid;
}

/**
 * Returns the attributes the task should have, built from its current ones; undefined when nothing is to be written.
 * `task` is the same reading, for what else decides.
 */
export type ChangeAttributes = (current: Attributes, task: TaskSnapshot) => Attributes | undefined;

export interface AttributesUpdate {
  /** False when `change` wanted nothing. */
  readonly updated: boolean;
  readonly version: string;
  readonly attributes: Attributes;
}

/** How a task ended; `gone` when Twilio has deleted it (5 minutes after its end). */
export type TaskEnd = 'canceled' | 'completed' | 'gone';

/**
 * What our services ask of TaskRouter, in one workspace. A missing task or reservation is `undefined`; everything else that
 * goes wrong is thrown: UpstreamError (whose `outcome` says whether the effect may have happened) or DeadlineExceeded.
 */
export interface TaskRouterPort {
  /** 1 read. */
  fetchTask(taskSid: TaskSid): Promise<TaskSnapshot | undefined>;
  /** 1 read. */
  fetchReservation(taskSid: TaskSid, reservationSid: ReservationSid): Promise<Reservation | undefined>;
  /** 1 read; for when the worker is known and the task is not. */
  fetchWorkerReservation(
    workerSid: WorkerSid,
    reservationSid: ReservationSid,
  ): Promise<Reservation | undefined>;
  /** 1 read per 50 reservations, none for a task that is gone. */
  listReservations(
    taskSid: TaskSid,
    filter?: { readonly status?: ReservationStatus; readonly workerSid?: WorkerSid },
  ): Promise<readonly Reservation[]>;
  /** 1 create. Never repeated after an ambiguous answer: Twilio has no idempotency keys. */
  createTask(task: NewTask): Promise<TaskSnapshot>;
  /**
   * 1 read and 1 conditional write, 0 writes when `change` returns undefined. Throws AttributesTooLarge above 4,096
   * characters and AttributesUnreadable when the current ones are not a JSON object. Undefined when the task is gone.
   */
  updateTaskAttributes(taskSid: TaskSid, change: ChangeAttributes): Promise<AttributesUpdate | undefined>;
  /**
   * 1 read and 1 write: cancels a pending or reserved task, completes an assigned or wrapping one. Idempotent. The read is
   * saved where an event has told the status.
   */
  closeTask(taskSid: TaskSid, reason: string, status?: TaskStatus): Promise<TaskEnd>;
  /** 1 write: frees the worker's capacity. Idempotent. */
  completeReservation(taskSid: TaskSid, reservationSid: ReservationSid): Promise<'completed' | 'gone'>;
  /**
   * Tasks whose attribute `name` (a dotted path) equals `value`. At most 3 requests per second per account, and the index
   * lags behind creates: presence proves, absence does not.
   */
  findTasksByAttribute(name: string, value: string): Promise<readonly TaskSnapshot[]>;
}
