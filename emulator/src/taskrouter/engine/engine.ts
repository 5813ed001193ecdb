import type { Clock } from '../../kernel/clock';
import type { Random } from '../../kernel/random';
import type { TaskRouterListener } from './events';
import type { Instruction, Task } from './model';
import type { GivenInstruction, WorkspaceEngine, WorkspaceOperations } from './operations';
import { createOutbox } from './outbox';
import { createActivities } from './resources/activities';
import { createReservations } from './resources/reservations';
import { createTaskChannels } from './resources/taskChannels';
import { createTaskQueues } from './resources/taskQueues';
import { createTasks } from './resources/tasks';
import { createTransfers } from './resources/transfers';
import { createWorkerChannels } from './resources/workerChannels';
import { createWorkers } from './resources/workers';
import { createWorkflows } from './resources/workflows';
import { createWorkspaces, findWorkspace } from './resources/workspaces';
import type { EngineState, WorkspaceState } from './state';

/** What the engine stands on and what Twilio's public documents leave open. */
export interface EngineOptions {
  readonly accountSid: string;
  readonly clock: Clock;
  readonly random: Random;
  /** What a transfer's attributes do to the task's: not established for Twilio; merged (top level) by default. */
  readonly transferAttributes?: 'merge' | 'replace';
  /**
   * Whether a reservation with this instruction is accepted only once its worker has answered: then whoever listens to
   * instructions accepts or rejects it. Accepted at once unless given.
   */
  readonly awaitsAnswer?: (instruction: Instruction, task: Task) => boolean;
}

/** TaskRouter without HTTP: routes tasks to workers in the clock's time and tells its listeners what happened. */
export interface TaskRouterEngine {
  readonly accountSid: string;
  readonly workspaces: WorkspaceOperations;
  /** Throws 404/20404 for an unknown workspace. */
  workspace(sid: string): WorkspaceEngine;
  /** Returns the way to stop listening. */
  on(listener: TaskRouterListener): () => void;
  /** For the voice product to come: told of every instruction that isn't a plain accept or reject. */
  onInstruction(listener: (given: GivenInstruction) => void): () => void;
}

/** Creates an engine without workspaces. */
export function createTaskRouterEngine(options: EngineOptions): TaskRouterEngine {
  const outbox = createOutbox();
  const engine: EngineState = {
    transferAttributes: 'merge',
    awaitsAnswer: () => false,
    ...options,
    outbox,
  };
  const states = new Map<string, WorkspaceState>();
  const engines = new WeakMap<WorkspaceState, WorkspaceEngine>();

  const open = (state: WorkspaceState): WorkspaceEngine => {
    const opened = engines.get(state) ?? openWorkspace(state);
    engines.set(state, opened);
    return opened;
  };

  return {
    accountSid: options.accountSid,
    workspaces: createWorkspaces(engine, states),
    workspace: (sid) => open(findWorkspace(states, sid)),
    on: outbox.on,
    onInstruction: outbox.onInstruction,
  };
}

function openWorkspace(state: WorkspaceState): WorkspaceEngine {
  return {
    sid: state.workspace.sid,
    current: () => state.workspace,
    activities: createActivities(state),
    taskChannels: createTaskChannels(state),
    taskQueues: createTaskQueues(state),
    workflows: createWorkflows(state),
    workers: createWorkers(state),
    workerChannels: createWorkerChannels(state),
    tasks: createTasks(state),
    reservations: createReservations(state),
    transfers: createTransfers(state),
  };
}
