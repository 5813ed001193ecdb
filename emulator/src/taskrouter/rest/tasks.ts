import type { Clock } from '../../kernel/clock';
import { given } from '../../kernel/given';
import { isoDate, page } from '../../kernel/paging';
import { formOf, queryOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route } from '../../kernel/route';
import { invalid } from '../../kernel/twilioError';
import type { TaskRouterEngine } from '../engine/engine';
import type { Task } from '../engine/model';
import type { WorkspaceEngine } from '../engine/operations';
import { entityTag, versionIfMatch } from './entityTag';
import { filterTasks } from './filterTasks';
import { urlOf } from './links';
import type { RateLimit } from './rateLimit';
import { readTaskChange } from './readTaskChange';
import { created, deleted, ok, withHeaders } from './replies';
import type { TaskIndex } from './taskIndex';
import { defineRoutes } from './workspaceRoute';

export function taskRoutes(
  engine: TaskRouterEngine,
  clock: Clock,
  index: TaskIndex,
  expensiveList: RateLimit,
): readonly Route[] {
  const route = defineRoutes(engine);
  const show = (task: Task): unknown => showTask(task, engine.workspace(task.workspaceSid), clock.now());
  return [
    route('GET', '/Tasks', (workspace, request) => {
      const query = queryOf(request);
      const limit = query.text('EvaluateTaskAttributes') === undefined ? {} : expensiveList();
      return withHeaders(page(request, 'tasks', filterTasks(workspace, query, index), show), limit);
    }),
    route('POST', '/Tasks', (workspace, request) => {
      const form = formOf(request);
      const input = given({
        workflowSid: form.text('WorkflowSid'),
        attributes: form.text('Attributes'),
        priority: form.integer('Priority'),
        timeout: form.integer('Timeout'),
        taskChannel: form.text('TaskChannel'),
        virtualStartTime: form.instant('VirtualStartTime'),
        routingTarget: form.text('RoutingTarget'),
        ignoreCapacity: form.flag('IgnoreCapacity'),
        taskQueueSid: form.text('TaskQueueSid'),
      });
      const task = workspace.tasks.create(input);
      return created(show(task), entityTag(task.version));
    }),
    route('GET', '/Tasks/:sid', (workspace, request) => {
      const task = workspace.tasks.get(pathSid(request, 'sid'));
      return ok(show(task), entityTag(task.version));
    }),
    route('POST', '/Tasks/:sid', (workspace, request) => {
      const sid = pathSid(request, 'sid');
      refuseOtherChannel(workspace, sid, formOf(request).text('TaskChannel'));
      const task = workspace.tasks.update(sid, readTaskChange(request));
      return ok(show(task), entityTag(task.version));
    }),
    route('DELETE', '/Tasks/:sid', (workspace, request) => {
      workspace.tasks.delete(pathSid(request, 'sid'), versionIfMatch(request));
      return deleted();
    }),
  ];
}

/** The documents let an update name a TaskChannel without saying that it moves the task: only its own is taken. */
function refuseOtherChannel(workspace: WorkspaceEngine, taskSid: string, named: string | undefined): void {
  if (named === undefined) return;
  const task = workspace.tasks.get(taskSid);
  if (workspace.taskChannels.resolve(named)?.sid !== task.taskChannelSid) {
    throw invalid(`TaskChannel of task ${taskSid} is ${task.taskChannelUniqueName} and cannot be changed`);
  }
}

function showTask(task: Task, workspace: WorkspaceEngine, now: number): unknown {
  const { workspaceSid, taskQueueSid, workflowSid } = task;
  const url = urlOf(workspaceSid, 'Tasks', task.sid);
  const queue = taskQueueSid === null ? undefined : workspace.taskQueues.find(taskQueueSid);
  const workflow = workflowSid === null ? undefined : workspace.workflows.find(workflowSid);
  return {
    account_sid: workspace.current().accountSid,
    addons: '{}',
    age: Math.floor((now - task.dateCreated) / 1000),
    assignment_status: task.assignmentStatus,
    attributes: task.attributes,
    date_created: isoDate(task.dateCreated),
    date_updated: isoDate(task.dateUpdated),
    ignore_capacity: task.ignoreCapacity,
    links: {
      reservations: `${url}/Reservations`,
      task_queue: taskQueueSid === null ? null : urlOf(workspaceSid, 'TaskQueues', taskQueueSid),
      workflow: workflowSid === null ? null : urlOf(workspaceSid, 'Workflows', workflowSid),
      workspace: urlOf(workspaceSid),
    },
    priority: task.priority,
    reason: task.reason,
    routing_target: task.routingTarget,
    sid: task.sid,
    task_channel_sid: task.taskChannelSid,
    task_channel_unique_name: task.taskChannelUniqueName,
    task_queue_entered_date: task.taskQueueEnteredDate === null ? null : isoDate(task.taskQueueEnteredDate),
    task_queue_friendly_name: queue?.friendlyName ?? null,
    task_queue_sid: taskQueueSid,
    timeout: task.timeout,
    url,
    virtual_start_time: isoDate(task.virtualStartTime),
    workflow_friendly_name: workflow?.friendlyName ?? null,
    workflow_sid: workflowSid,
    workspace_sid: workspaceSid,
  };
}
