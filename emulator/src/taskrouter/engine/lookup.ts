import { notFound } from '../../kernel/twilioError';
import type { WorkspaceState } from './state';

/** Finds a resource for a caller. Throws 404/20404 naming its path. */
export function findOr404<T>(
  state: WorkspaceState,
  map: ReadonlyMap<string, T>,
  collection: string,
  sid: string,
): T {
  const found = map.get(sid);
  if (found === undefined) throw notFound(`/Workspaces/${state.workspace.sid}/${collection}/${sid}`);
  return found;
}

/** Finds what the engine itself relies on; its absence is a defect, not the caller's fault. */
export function existing<T>(map: ReadonlyMap<string, T>, sid: string): T {
  const found = map.get(sid);
  if (found === undefined) throw new Error(`The engine lost ${sid}`);
  return found;
}
