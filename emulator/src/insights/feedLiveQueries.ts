import type { TaskRouterEngine } from '../taskrouter/engine';
import type { LiveQueries } from './liveIndex';
import { createWorkspaceTables, type WorkspaceTables } from './workspaceTables';

/** Keeps the tables of live queries up to date with TaskRouter. Returns the way to stop. */
export function feedLiveQueries(engine: TaskRouterEngine, live: LiveQueries): () => void {
  const workspaces = new Map<string, WorkspaceTables>();
  return engine.on((event) => {
    const { sid } = event.workspace;
    // Events of a workspace that was deleted meanwhile still arrive.
    if (!engine.workspaces.find(sid)) {
      workspaces.get(sid)?.drop();
      workspaces.delete(sid);
      return;
    }
    const tables = workspaces.get(sid) ?? createWorkspaceTables(live);
    workspaces.set(sid, tables);
    tables.show(engine.workspace(sid), event);
  });
}
