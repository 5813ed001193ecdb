import type { Cancel } from '../../../kernel/clock';
import type { WorkflowFilter, WorkflowTarget } from '../../workflow';
import type { ServiceOrder } from '../model';
import type { QueueRecord, TaskRecord, WorkerRecord } from '../records';

/** One place on a task's way: a queue, narrowed by a workflow's target if a workflow led there. */
export interface QueueStep {
  readonly kind: 'queue';
  /** The same for all tasks that ask the same of a worker. */
  readonly id: string;
  readonly queueSid: string;
  /** Whether the workflow led here: by a filter, or by its default filter when `filter` is null. */
  readonly isOfWorkflow: boolean;
  readonly filter: WorkflowFilter | null;
  readonly target: WorkflowTarget | null;
  /** Milliseconds after the route's start at which the step is left; null never. */
  readonly deadlineMs: number | null;
}

/** Straight to one worker, past queues. */
export interface WorkerStep {
  readonly kind: 'worker';
  readonly id: string;
  readonly workerSid: string;
  readonly ignoreCapacity: boolean;
  readonly deadlineMs: null;
}

export type Step = QueueStep | WorkerStep;

/** A task's way through a workflow, or that of a transfer. */
export interface Route {
  readonly steps: readonly Step[];
  /** When deadlines start to count, milliseconds since 1970. */
  readonly since: number;
  /** The transfer this route serves; null when it is the task's own. */
  readonly transferSid: string | null;
  /** Never offered to this worker: the one who transfers to a queue. */
  readonly excludedWorkerSid: string | null;
}

/** The worker a target names by reference; a reference to nothing names nobody, and the task waits. */
export interface KnownWorkerName {
  readonly by: 'sid' | 'friendlyName';
  readonly value: string;
}

/** A task standing in line at one step of its route. */
export interface Placement {
  readonly record: TaskRecord;
  readonly route: Route;
  readonly index: number;
  readonly step: Step;
  /** The line it stands in: that of a queue, or of one worker. */
  readonly home: QueueRecord | WorkerRecord;
  readonly order: ServiceOrder;
  readonly known: KnownWorkerName | null;
  readonly priority: number;
  readonly startTime: number;
  cancelDeadline: Cancel;
  isWaiting: boolean;
}

/** Placements that ask the same of a worker, best first. */
export interface Lane {
  readonly channelSid: string;
  /** Whether eligibility depends on each task, or on the lane alone. */
  readonly isPerTask: boolean;
  /** Whether eligibility depends on `worker.channel.…`, which changes with every reservation. */
  readonly asksForCapacity: boolean;
  readonly placements: Placement[];
}
