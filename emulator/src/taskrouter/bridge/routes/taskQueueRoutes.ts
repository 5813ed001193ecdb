import { queryOf } from '../../../kernel/parameters';
import { pathSid } from '../../../kernel/pathSid';
import type { TaskQueue } from '../../engine/model';
import type { WorkspaceEngine } from '../../engine/operations';
import { filterTaskQueues } from '../../rest/filterTaskQueues';
import { listPage } from '../rpc/listPage';
import type { RpcRoute } from '../rpc/rpcRoute';
import { showTaskQueue } from '../shapes/showTaskQueue';
import { workspaceOf, type RouteContext } from './routeContext';

/** Queues: the transfer directory, where every worker may look. */
export function taskQueueRoutes(context: RouteContext): readonly RpcRoute[] {
  const show = (workspace: WorkspaceEngine, queue: TaskQueue): unknown =>
    showTaskQueue(context.engine.accountSid, queue, (sid) => workspace.activities.find(sid));

  return [
    {
      method: 'GET',
      pattern: '/Workspaces/:workspaceSid/TaskQueues',
      handle: (request) => {
        const workspace = workspaceOf(context, request);
        return listPage(request, filterTaskQueues(workspace, queryOf(request)), (queue) =>
          show(workspace, queue),
        );
      },
    },
    {
      method: 'GET',
      pattern: '/Workspaces/:workspaceSid/TaskQueues/:taskQueueSid',
      handle: (request) => {
        const workspace = workspaceOf(context, request);
        return show(workspace, workspace.taskQueues.get(pathSid(request, 'taskQueueSid')));
      },
    },
  ];
}
