import { createRestCaller } from './restCaller';
import type { TaskRouterRestOptions } from '../src/taskrouter/rest';

/** A workspace with one queue for everyone, one workflow into it, and available workers who each take one task. */
export function createContactCentre(
  options: TaskRouterRestOptions & { readonly workers?: readonly string[] } = {},
) {
  const caller = createRestCaller(options);
  const { sid } = caller.engine.workspaces.create({ friendlyName: 'Support' });
  const workspace = caller.engine.workspace(sid);
  const available = workspace.activities.list().find((activity) => activity.available);
  if (available === undefined) throw new Error('A new workspace has an available activity');
  const queue = workspace.taskQueues.create({ friendlyName: 'Everyone' });
  const workflow = workspace.workflows.create({
    friendlyName: 'Inbound',
    configuration: JSON.stringify({ task_routing: { default_filter: { queue: queue.sid } } }),
  });
  const workers = (options.workers ?? []).map((friendlyName) =>
    workspace.workers.create({ friendlyName, activitySid: available.sid }),
  );
  return { ...caller, workspace, queue, workflow, workers, path: `/${sid}` };
}
