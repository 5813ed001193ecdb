import { pathSid } from '../../kernel/pathSid';
import type { Reply, Route, TwilioRequest } from '../../kernel/route';
import type { TaskRouterEngine } from '../engine/engine';
import type { WorkspaceEngine } from '../engine/operations';

export const WORKSPACES = '/v1/Workspaces';

/** Answers a request about one workspace, which is already known to exist. */
export type WorkspaceHandler = (workspace: WorkspaceEngine, request: TwilioRequest) => Reply;

/** Makes routes below `/v1/Workspaces/{WS…}`; an unknown workspace is answered with 404/20404. */
export type DefineRoute = (
  method: 'GET' | 'POST' | 'DELETE',
  pattern: string,
  handle: WorkspaceHandler,
) => Route;

export const defineRoutes =
  (engine: TaskRouterEngine): DefineRoute =>
  (method, pattern, handle) => ({
    method,
    pattern: `${WORKSPACES}/:workspaceSid${pattern}`,
    // Flex UI's Teams and queue views read queues and channels here with their user's token (fetchTaskRouterResource).
    auth: method === 'GET' ? 'flex' : 'account',
    handle: (request) => handle(engine.workspace(pathSid(request, 'workspaceSid')), request),
  });
