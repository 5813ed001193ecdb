import type { Cancel } from '../../kernel/clock';
import type { Expression } from '../expressions';
import type { WorkflowConfiguration } from '../workflow';
import type { Attributes } from './attributes';
import type { Reservation, Task, TaskQueue, Transfer, Worker, WorkerChannel, Workflow } from './model';
import type { Lane, Placement } from './routing/placement';

/** The engine's own side of each resource: the current snapshot and what routing needs beside it. */
export interface QueueRecord {
  queue: TaskQueue;
  target: Expression | null;
  /** Whether the target asks for `worker.channel.…`, so that its members change with every reservation. */
  asksForCapacity: boolean;
  /** The workers whose attributes match the target expression. */
  readonly members: Set<WorkerRecord>;
  /** Tasks waiting here, by what they ask of a worker. */
  readonly lanes: Map<string, Lane>;
}

export interface WorkflowRecord {
  workflow: Workflow;
  configuration: WorkflowConfiguration;
  /** Grows with every new configuration, so that lanes of an old one are not mixed with those of the new. */
  revision: number;
}

export interface ChannelRecord {
  channel: WorkerChannel;
  /** Live reservations of this channel: what takes up its capacity. */
  liveTasks: number;
  /** Place in the order of all reservations ever made; 0 before the first. */
  lastReserved: number;
}

export interface WorkerRecord {
  worker: Worker;
  attributes: Attributes;
  /** What `worker.…` resolves to in expressions. */
  scope: Attributes;
  /** Order of creation. */
  readonly sequence: number;
  readonly channels: Map<string, ChannelRecord>;
  readonly queues: Set<QueueRecord>;
  /** Of tasks that still exist. */
  readonly reservations: Map<string, ReservationRecord>;
  /** Live reservations: pending, accepted and wrapping. */
  readonly live: Set<ReservationRecord>;
  /** Tasks that wait for this worker alone, outside any queue. */
  readonly lanes: Map<string, Lane>;
  lastReserved: number;
}

export interface TaskRecord {
  task: Task;
  attributes: Attributes;
  /** Order of creation. */
  readonly sequence: number;
  readonly reservations: Map<string, ReservationRecord>;
  readonly transfers: Map<string, Transfer>;
  /** Where the task, or the transfer it is in, waits for a worker. */
  placement: Placement | null;
  /** Times it went from pending to reserved. */
  assignments: number;
  /** The one thing time does to it next: time-to-live, the limit for assigned tasks, deletion. */
  cancelTimer: Cancel;
}

export interface ReservationRecord {
  reservation: Reservation;
  readonly task: TaskRecord;
  readonly worker: WorkerRecord;
  /** How it came about, to go on from there when the worker declines. */
  readonly placement: Placement;
  cancelTimer: Cancel;
}
