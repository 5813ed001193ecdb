import { given } from '../../kernel/given';
import { isoDate, page } from '../../kernel/paging';
import { formOf, queryOf, type Parameters } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route } from '../../kernel/route';
import type { TaskRouterEngine } from '../engine/engine';
import type { TaskQueue } from '../engine/model';
import type { WorkspaceEngine } from '../engine/operations';
import { filterTaskQueues } from './filterTaskQueues';
import { statisticsLinks, urlOf } from './links';
import type { RateLimit } from './rateLimit';
import { created, deleted, ok, withHeaders } from './replies';
import { defineRoutes } from './workspaceRoute';

export function taskQueueRoutes(engine: TaskRouterEngine, expensiveList: RateLimit): readonly Route[] {
  const route = defineRoutes(engine);
  const show = (queue: TaskQueue): unknown => showTaskQueue(queue, engine.workspace(queue.workspaceSid));
  return [
    route('GET', '/TaskQueues', (workspace, request) => {
      const query = queryOf(request);
      const limit = query.text('EvaluateWorkerAttributes') === undefined ? {} : expensiveList();
      return withHeaders(page(request, 'task_queues', filterTaskQueues(workspace, query), show), limit);
    }),
    route('POST', '/TaskQueues', (workspace, request) => {
      const form = formOf(request);
      const friendlyName = form.requiredText('FriendlyName');
      return created(show(workspace.taskQueues.create({ ...given(settingsIn(form)), friendlyName })));
    }),
    route('GET', '/TaskQueues/:sid', (workspace, request) =>
      ok(show(workspace.taskQueues.get(pathSid(request, 'sid')))),
    ),
    route('POST', '/TaskQueues/:sid', (workspace, request) => {
      const form = formOf(request);
      const change = given({ ...settingsIn(form), friendlyName: form.text('FriendlyName') });
      return ok(show(workspace.taskQueues.update(pathSid(request, 'sid'), change)));
    }),
    route('DELETE', '/TaskQueues/:sid', (workspace, request) => {
      workspace.taskQueues.delete(pathSid(request, 'sid'));
      return deleted();
    }),
  ];
}

const settingsIn = (form: Parameters) => ({
  targetWorkers: form.text('TargetWorkers'),
  maxReservedWorkers: form.integer('MaxReservedWorkers'),
  taskOrder: form.choice('TaskOrder', ['FIFO', 'LIFO']),
  reservationActivitySid: form.text('ReservationActivitySid'),
  assignmentActivitySid: form.text('AssignmentActivitySid'),
});

function showTaskQueue(queue: TaskQueue, workspace: WorkspaceEngine): unknown {
  const url = urlOf(queue.workspaceSid, 'TaskQueues', queue.sid);
  const nameOf = (sid: string | null): string | null =>
    (sid === null ? undefined : workspace.activities.find(sid))?.friendlyName ?? null;
  const linkTo = (sid: string | null): string | null =>
    sid === null ? null : urlOf(queue.workspaceSid, 'Activities', sid);
  return {
    account_sid: workspace.current().accountSid,
    assignment_activity_name: nameOf(queue.assignmentActivitySid),
    assignment_activity_sid: queue.assignmentActivitySid,
    date_created: isoDate(queue.dateCreated),
    date_updated: isoDate(queue.dateUpdated),
    friendly_name: queue.friendlyName,
    links: {
      assignment_activity: linkTo(queue.assignmentActivitySid),
      reservation_activity: linkTo(queue.reservationActivitySid),
      workspace: urlOf(queue.workspaceSid),
      ...statisticsLinks(url),
      list_statistics: urlOf(queue.workspaceSid, 'TaskQueues', 'Statistics'),
      bulk_real_time_statistics: urlOf(queue.workspaceSid, 'TaskQueues', 'RealTimeStatistics'),
    },
    max_reserved_workers: queue.maxReservedWorkers,
    reservation_activity_name: nameOf(queue.reservationActivitySid),
    reservation_activity_sid: queue.reservationActivitySid,
    sid: queue.sid,
    target_workers: queue.targetWorkers,
    task_order: queue.taskOrder,
    url,
    workspace_sid: queue.workspaceSid,
  };
}
