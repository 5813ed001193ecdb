import { given } from '../../../kernel/given';
import { invalid, notFound } from '../../../kernel/twilioError';
import { createWorkspace } from '../createWorkspace';
import { emit } from '../emit';
import { nonEmpty } from '../limits';
import type { Workspace } from '../model';
import type { WorkspaceChange, WorkspaceOperations } from '../operations';
import type { EngineState, WorkspaceState } from '../state';
import { removeTask } from '../tasks/removeTask';
import { refreshFree } from '../workers/freeWorkers';

/** Finds a workspace. Throws 404/20404. */
export function findWorkspace(states: ReadonlyMap<string, WorkspaceState>, sid: string): WorkspaceState {
  const state = states.get(sid);
  if (!state) throw notFound(`/Workspaces/${sid}`);
  return state;
}

/** The account's workspaces, kept in `states`. */
export function createWorkspaces(
  engine: EngineState,
  states: Map<string, WorkspaceState>,
): WorkspaceOperations {
  return {
    get: (sid) => findWorkspace(states, sid).workspace,
    find: (sid) => states.get(sid)?.workspace,
    list: () => Array.from(states.values(), ({ workspace }) => workspace),
    create: (input) =>
      engine.outbox.run(() => {
        const state = createWorkspace(engine, input);
        states.set(state.workspace.sid, state);
        return state.workspace;
      }),
    update: (sid, change) => engine.outbox.run(() => changeWorkspace(findWorkspace(states, sid), change)),
    delete(sid) {
      engine.outbox.run(() => {
        const state = findWorkspace(states, sid);
        for (const task of [...state.tasks.values()]) removeTask(state, task);
        states.delete(sid);
        state.isDeleted = true;
        emit(state, { type: 'workspace.deleted' });
      });
    },
  };
}

function changeWorkspace(state: WorkspaceState, change: WorkspaceChange): Workspace {
  if (change.friendlyName !== undefined) nonEmpty('FriendlyName', change.friendlyName);
  for (const sid of [change.defaultActivitySid, change.timeoutActivitySid]) {
    if (sid !== undefined && !state.activities.has(sid)) throw invalid(`Activity ${sid} does not exist`);
  }
  state.workspace = { ...state.workspace, ...given(change), dateUpdated: state.engine.clock.now() };
  for (const worker of state.workers.values()) refreshFree(state, worker);
  emit(state, { type: 'workspace.updated' });
  return state.workspace;
}
