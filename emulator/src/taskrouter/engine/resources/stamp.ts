import type { WorkspaceState } from '../state';

/** What every new resource of a workspace begins with. */
export function stamp(
  state: WorkspaceState,
  prefix: string,
): { sid: string; workspaceSid: string; dateCreated: number; dateUpdated: number } {
  const now = state.engine.clock.now();
  return {
    sid: state.engine.random.sid(prefix),
    workspaceSid: state.workspace.sid,
    dateCreated: now,
    dateUpdated: now,
  };
}
