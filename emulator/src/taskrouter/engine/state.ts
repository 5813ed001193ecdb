import type { Clock } from '../../kernel/clock';
import type { Random } from '../../kernel/random';
import type { Activity, Instruction, Task, TaskChannel, Workspace } from './model';
import type { Outbox } from './outbox';
import type { QueueRecord, ReservationRecord, TaskRecord, WorkerRecord, WorkflowRecord } from './records';
import type { Placement } from './routing/placement';

/** What all workspaces of one engine share. */
export interface EngineState {
  readonly accountSid: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly outbox: Outbox;
  readonly transferAttributes: 'merge' | 'replace';
  readonly awaitsAnswer: (instruction: Instruction, task: Task) => boolean;
}

/** Work for the next routing pass. */
export interface RoutingState {
  /** Placements not yet tried against the workers; the flag says whether `skip_if` applies (on entry only). */
  readonly fresh: Map<Placement, { readonly isEntry: boolean }>;
  /** Workers who may take more than before. */
  readonly freed: Set<WorkerRecord>;
  isScheduled: boolean;
}

/** One workspace, in memory. Maps keep the order of creation. */
export interface WorkspaceState {
  readonly engine: EngineState;
  workspace: Workspace;
  readonly activities: Map<string, Activity>;
  readonly taskChannels: Map<string, TaskChannel>;
  readonly queues: Map<string, QueueRecord>;
  readonly workflows: Map<string, WorkflowRecord>;
  readonly workers: Map<string, WorkerRecord>;
  /** By friendly name in lower case: names are unique without regard to case. */
  readonly workersByName: Map<string, WorkerRecord>;
  readonly tasks: Map<string, TaskRecord>;
  readonly reservations: Map<string, ReservationRecord>;
  /** Task SID by transfer SID. */
  readonly transferTasks: Map<string, string>;
  /** Workers with an available activity and room on the task channel, by its SID. */
  readonly free: Map<string, Set<WorkerRecord>>;
  readonly routing: RoutingState;
  /** Counts everything that needs an order beyond milliseconds. */
  sequence: number;
  isDeleted: boolean;
  /** Has the next instant route what waits; set by the composition. */
  requestRouting: () => void;
}

/** An empty workspace. */
export function createState(engine: EngineState, workspace: Workspace): WorkspaceState {
  return {
    engine,
    workspace,
    activities: new Map(),
    taskChannels: new Map(),
    queues: new Map(),
    workflows: new Map(),
    workers: new Map(),
    workersByName: new Map(),
    tasks: new Map(),
    reservations: new Map(),
    transferTasks: new Map(),
    free: new Map(),
    routing: { fresh: new Map(), freed: new Set(), isScheduled: false },
    sequence: 0,
    isDeleted: false,
    requestRouting: () => undefined,
  };
}

/** The next number in the workspace's order of things. */
export const nextSequence = (state: WorkspaceState): number => (state.sequence += 1);

/** Runs `callback` in the clock's time as one change of the engine, unless the workspace is gone by then. */
export function later(state: WorkspaceState, delayMs: number, callback: () => void): () => void {
  return state.engine.clock.schedule(delayMs, () => {
    if (!state.isDeleted) state.engine.outbox.run(callback);
  });
}
