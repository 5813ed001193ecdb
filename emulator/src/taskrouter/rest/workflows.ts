import { given } from '../../kernel/given';
import { isoDate, page } from '../../kernel/paging';
import { formOf, queryOf, type Parameters } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route } from '../../kernel/route';
import type { TaskRouterEngine } from '../engine/engine';
import type { Workflow } from '../engine/model';
import { statisticsLinks, urlOf } from './links';
import { created, deleted, ok } from './replies';
import { defineRoutes } from './workspaceRoute';

export function workflowRoutes(engine: TaskRouterEngine): readonly Route[] {
  const route = defineRoutes(engine);
  const show = (workflow: Workflow): unknown => showWorkflow(workflow, engine.accountSid);
  return [
    route('GET', '/Workflows', (workspace, request) => {
      const name = queryOf(request).text('FriendlyName');
      const found = workspace.workflows
        .list()
        .filter(({ friendlyName }) => friendlyName === (name ?? friendlyName));
      return page(request, 'workflows', found, show);
    }),
    route('POST', '/Workflows', (workspace, request) => {
      const form = formOf(request);
      const input = {
        friendlyName: form.requiredText('FriendlyName'),
        configuration: form.requiredText('Configuration'),
        ...given(settingsIn(form)),
      };
      return created(show(workspace.workflows.create(input)));
    }),
    route('GET', '/Workflows/:sid', (workspace, request) =>
      ok(show(workspace.workflows.get(pathSid(request, 'sid')))),
    ),
    route('POST', '/Workflows/:sid', (workspace, request) => {
      const form = formOf(request);
      const change = given({
        ...settingsIn(form),
        friendlyName: form.text('FriendlyName'),
        configuration: form.text('Configuration'),
        reEvaluateTasks: form.flag('ReEvaluateTasks'),
      });
      return ok(show(workspace.workflows.update(pathSid(request, 'sid'), change)));
    }),
    route('DELETE', '/Workflows/:sid', (workspace, request) => {
      workspace.workflows.delete(pathSid(request, 'sid'));
      return deleted();
    }),
  ];
}

const settingsIn = (form: Parameters) => ({
  assignmentCallbackUrl: form.clearable('AssignmentCallbackUrl'),
  fallbackAssignmentCallbackUrl: form.clearable('FallbackAssignmentCallbackUrl'),
  taskReservationTimeout: form.integer('TaskReservationTimeout'),
});

function showWorkflow(workflow: Workflow, accountSid: string): unknown {
  const url = urlOf(workflow.workspaceSid, 'Workflows', workflow.sid);
  return {
    account_sid: accountSid,
    assignment_callback_url: workflow.assignmentCallbackUrl,
    configuration: workflow.configuration,
    date_created: isoDate(workflow.dateCreated),
    date_updated: isoDate(workflow.dateUpdated),
    document_content_type: 'application/json',
    fallback_assignment_callback_url: workflow.fallbackAssignmentCallbackUrl,
    friendly_name: workflow.friendlyName,
    links: statisticsLinks(url),
    sid: workflow.sid,
    task_reservation_timeout: workflow.taskReservationTimeout,
    url,
    workspace_sid: workflow.workspaceSid,
  };
}
