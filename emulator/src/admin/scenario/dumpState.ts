import type { TaskRouterEngine } from '../../taskrouter/engine';

/** The newest of each kind; a busy workspace has more than anyone reads. */
const MAX_SHOWN = 500;

const newest = <T>(items: readonly T[]): readonly T[] => items.slice(-MAX_SHOWN);

/** What every workspace holds right now, as the engine sees it. */
export function dumpState(engine: TaskRouterEngine): unknown {
  return {
    accountSid: engine.accountSid,
    workspaces: engine.workspaces.list().map((workspace) => {
      const inside = engine.workspace(workspace.sid);
      return {
        ...workspace,
        activities: newest(inside.activities.list()),
        taskChannels: newest(inside.taskChannels.list()),
        taskQueues: newest(inside.taskQueues.list()),
        workflows: newest(inside.workflows.list()),
        workers: newest(inside.workers.list()).map((worker) => ({
          ...worker,
          channels: inside.workerChannels.list(worker.sid),
        })),
        tasks: newest(inside.tasks.list()),
        reservations: newest(inside.reservations.list()),
        transfers: newest(inside.transfers.list()),
      };
    }),
  };
}
