import type { Identity } from '../../../iam/identities';
import { given } from '../../../kernel/given';
import { formOf } from '../../../kernel/parameters';
import { pathSid } from '../../../kernel/pathSid';
import type { TwilioRequest } from '../../../kernel/route';
import type { Task } from '../../engine/model';
import type { TaskInput, WorkspaceEngine } from '../../engine/operations';
import { readTaskChange } from '../../rest/readTaskChange';
import { requireSelf } from '../authorize';
import { pictureTask } from '../pictures';
import type { RpcRoute } from '../rpc/rpcRoute';
import { showTask } from '../shapes/showTask';
import { workspaceOf, type RouteContext } from './routeContext';

const LIST = '/Workspaces/:workspaceSid/Tasks';
const ONE = `${LIST}/:taskSid`;

/** `worker.createTask` of the SDK: an outbound task, routed to the worker who asks for it. */
function readInput(request: TwilioRequest, caller: Identity): TaskInput {
  const form = formOf(request);
  const routingTarget = form.text('RoutingTarget');
  if (routingTarget?.startsWith('WK')) requireSelf(caller, routingTarget);
  return given({
    workflowSid: form.text('WorkflowSid'),
    taskQueueSid: form.text('TaskQueueSid'),
    routingTarget,
    attributes: form.text('Attributes'),
    taskChannel: form.text('TaskChannelUniqueName') ?? form.text('TaskChannelSid'),
    virtualStartTime: form.instant('VirtualStartTime'),
  });
}

/** Tasks of the workspace, as `task.*` and `worker.createTask` of the SDK use them. */
export function taskRoutes(context: RouteContext): readonly RpcRoute[] {
  const show = (workspace: WorkspaceEngine, task: Task): unknown =>
    showTask(context.engine.accountSid, pictureTask(workspace, task, context.clock.now()));

  return [
    {
      method: 'POST',
      pattern: LIST,
      handle: (request, caller) => {
        const workspace = workspaceOf(context, request);
        return show(workspace, workspace.tasks.create(readInput(request, caller)));
      },
    },
    {
      method: 'GET',
      pattern: ONE,
      handle: (request) => {
        const workspace = workspaceOf(context, request);
        return show(workspace, workspace.tasks.get(pathSid(request, 'taskSid')));
      },
    },
    {
      method: 'POST',
      pattern: ONE,
      handle: (request) => {
        const workspace = workspaceOf(context, request);
        return show(workspace, workspace.tasks.update(pathSid(request, 'taskSid'), readTaskChange(request)));
      },
    },
  ];
}
