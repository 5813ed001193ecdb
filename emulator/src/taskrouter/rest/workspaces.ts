import { given } from '../../kernel/given';
import { isoDate, page } from '../../kernel/paging';
import { formOf, queryOf, type Parameters } from '../../kernel/parameters';
import type { Route } from '../../kernel/route';
import type { TaskRouterEngine } from '../engine/engine';
import type { Workspace } from '../engine/model';
import { statisticsLinks, urlOf } from './links';
import { created, deleted, ok } from './replies';
import { defineRoutes, WORKSPACES } from './workspaceRoute';

const ORDERS = ['FIFO', 'LIFO'] as const;

export function workspaceRoutes(engine: TaskRouterEngine): readonly Route[] {
  const route = defineRoutes(engine);
  const show = (workspace: Workspace): unknown => showWorkspace(workspace, engine);
  return [
    {
      method: 'GET',
      pattern: WORKSPACES,
      handle: (request) => {
        const name = queryOf(request).text('FriendlyName');
        const found = engine.workspaces
          .list()
          .filter(({ friendlyName }) => friendlyName === (name ?? friendlyName));
        return page(request, 'workspaces', found, show);
      },
    },
    {
      method: 'POST',
      pattern: WORKSPACES,
      handle: (request) => {
        const form = formOf(request);
        const friendlyName = form.requiredText('FriendlyName');
        const template = form.choice('Template', ['FIFO', 'NONE']);
        return created(
          show(engine.workspaces.create({ ...given({ ...settingsIn(form), template }), friendlyName })),
        );
      },
    },
    route('GET', '', (workspace) => ok(show(workspace.current()))),
    route('POST', '', (workspace, request) => {
      const form = formOf(request);
      const change = given({
        ...settingsIn(form),
        friendlyName: form.text('FriendlyName'),
        defaultActivitySid: form.text('DefaultActivitySid'),
        timeoutActivitySid: form.text('TimeoutActivitySid'),
      });
      return ok(show(engine.workspaces.update(workspace.sid, change)));
    }),
    route('DELETE', '', (workspace) => {
      engine.workspaces.delete(workspace.sid);
      return deleted();
    }),
  ];
}

const settingsIn = (form: Parameters) => ({
  eventCallbackUrl: form.clearable('EventCallbackUrl'),
  eventsFilter: form.clearable('EventsFilter'),
  multiTaskEnabled: form.flag('MultiTaskEnabled'),
  prioritizeQueueOrder: form.choice('PrioritizeQueueOrder', ORDERS),
});

function showWorkspace(workspace: Workspace, engine: TaskRouterEngine): unknown {
  const activities = engine.workspace(workspace.sid).activities;
  const url = urlOf(workspace.sid);
  return {
    account_sid: workspace.accountSid,
    date_created: isoDate(workspace.dateCreated),
    date_updated: isoDate(workspace.dateUpdated),
    default_activity_name: activities.find(workspace.defaultActivitySid)?.friendlyName ?? null,
    default_activity_sid: workspace.defaultActivitySid,
    event_callback_url: workspace.eventCallbackUrl,
    events_filter: workspace.eventsFilter,
    friendly_name: workspace.friendlyName,
    links: {
      activities: `${url}/Activities`,
      ...statisticsLinks(url),
      task_queues: `${url}/TaskQueues`,
      tasks: `${url}/Tasks`,
      workers: `${url}/Workers`,
      workflows: `${url}/Workflows`,
      task_channels: `${url}/TaskChannels`,
      events: `${url}/Events`,
    },
    multi_task_enabled: workspace.multiTaskEnabled,
    prioritize_queue_order: workspace.prioritizeQueueOrder,
    sid: workspace.sid,
    timeout_activity_name: activities.find(workspace.timeoutActivitySid)?.friendlyName ?? null,
    timeout_activity_sid: workspace.timeoutActivitySid,
    url,
  };
}
