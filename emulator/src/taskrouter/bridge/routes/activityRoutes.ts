import { listPage } from '../rpc/listPage';
import type { RpcRoute } from '../rpc/rpcRoute';
import { showActivity } from '../shapes/showActivity';
import { workspaceOf, type RouteContext } from './routeContext';

/** The activities a worker can be in. */
export const activityRoutes = (context: RouteContext): readonly RpcRoute[] => [
  {
    method: 'GET',
    pattern: '/Workspaces/:workspaceSid/Activities',
    handle: (request) =>
      listPage(request, workspaceOf(context, request).activities.list(), (activity) =>
        showActivity(context.engine.accountSid, activity),
      ),
  },
];
