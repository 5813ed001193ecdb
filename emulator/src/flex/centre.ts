import type { TaskRouterEngine, WorkspaceEngine } from '../taskrouter/engine';
import type { FlexSettings } from './settings/flexSettings';

/** The parts of a workspace that a Flex account's configuration names. Null for what the workspace doesn't have. */
export interface FlexCentre {
  readonly workspaceSid: string | null;
  readonly workflowSid: string | null;
  readonly queueSid: string | null;
  readonly offlineActivitySid: string | null;
  readonly queueSids: readonly string[];
}

const EMPTY: FlexCentre = {
  workspaceSid: null,
  workflowSid: null,
  queueSid: null,
  offlineActivitySid: null,
  queueSids: [],
};

function workspaceOf(engine: TaskRouterEngine, { workspaceSid }: FlexSettings): WorkspaceEngine | undefined {
  const sid = workspaceSid ?? engine.workspaces.list().at(-1)?.sid;
  return sid === undefined ? undefined : engine.workspace(sid);
}

/**
 * What Flex is set up on: the configured workspace or the newest one, its first workflow and queue as targets, and the
 * activity a worker gets on logging out. Throws 404/20404 when the configured workspace doesn't exist.
 */
export function findCentre(engine: TaskRouterEngine, settings: FlexSettings): FlexCentre {
  const workspace = workspaceOf(engine, settings);
  if (!workspace) return EMPTY;
  const queueSids = workspace.taskQueues.list().map(({ sid }) => sid);
  const away = workspace.activities.list().filter(({ available }) => !available);
  const offline = away.find(({ friendlyName }) => friendlyName === 'Offline') ?? away[0];
  return {
    workspaceSid: workspace.sid,
    workflowSid: workspace.workflows.list()[0]?.sid ?? null,
    queueSid: queueSids[0] ?? null,
    offlineActivitySid: offline?.sid ?? null,
    queueSids,
  };
}

/** The worker of a Flex user, if he is one. */
export function findWorker(engine: TaskRouterEngine, workerSid: string | undefined) {
  if (workerSid === undefined) return undefined;
  for (const { sid } of engine.workspaces.list()) {
    const worker = engine.workspace(sid).workers.find(workerSid);
    if (worker) return worker;
  }
  return undefined;
}
