import type { TaskRouterEngine } from '../../engine/engine';

/** Flex's default "Logout activity" (doc "Manage Flex logout settings"). */
const OFFLINE = 'Offline';

/** Moves a worker to the activity named Offline, or the workspace's timeout activity; nothing if either is gone. */
export function setWorkerOffline(
  engine: TaskRouterEngine,
  workspaceSid: string | undefined,
  workerSid: string,
): void {
  if (workspaceSid === undefined) return;
  const workspace = engine.workspace(workspaceSid);
  const offline = workspace.activities
    .list()
    .find(({ friendlyName, available }) => friendlyName === OFFLINE && !available);
  workspace.workers.update(workerSid, {
    activitySid: offline?.sid ?? workspace.current().timeoutActivitySid,
  });
}
