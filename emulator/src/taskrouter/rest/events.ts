import type { Clock } from '../../kernel/clock';
import { isoDate, page } from '../../kernel/paging';
import { queryOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import { describeEvent, resourceOf, summarizeEvent, type EventFields } from '../callbacks';
import type { TaskRouterEngine } from '../engine/engine';
import type { TaskRouterEvent } from '../engine/events';
import { filterEvents } from './filterEvents';
import type { KeptEvents } from './keptEvents';
import { urlOf } from './links';
import { ok } from './replies';
import { defineRoutes } from './workspaceRoute';

/** Where resources are, by the type an event names. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  activity: 'Activities',
  task: 'Tasks',
  taskchannel: 'TaskChannels',
  taskqueue: 'TaskQueues',
  worker: 'Workers',
  workflow: 'Workflows',
};

/** The Events resource: what happened, long after the tasks themselves are gone. */
export function eventRoutes(engine: TaskRouterEngine, clock: Clock, kept: KeptEvents): readonly Route[] {
  const route = defineRoutes(engine);
  return [
    route('GET', '/Events', (workspace, request) => {
      const events = kept.of(workspace.current().sid);
      return page(request, 'events', filterEvents(events, queryOf(request), clock.now()), showEvent);
    }),
    route('GET', '/Events/:sid', (workspace, request) => {
      const sid = pathSid(request, 'sid');
      const event = kept.of(workspace.current().sid).find((one) => one.sid === sid);
      if (event === undefined) throw notFound(request.path);
      return ok(showEvent(event));
    }),
  ];
}

function showEvent(event: TaskRouterEvent): unknown {
  const { sid, at, type, workspace } = event;
  const resource = resourceOf(event);
  return {
    account_sid: workspace.accountSid,
    // As in Twilio's example; who else may be one is not documented.
    actor_sid: workspace.sid,
    actor_type: 'workspace',
    actor_url: urlOf(workspace.sid),
    description: summarizeEvent(event),
    event_data: eventData(event),
    event_date: isoDate(at),
    event_date_ms: at,
    event_type: type,
    resource_sid: resource.sid,
    resource_type: resource.type,
    resource_url: resourceUrl(event),
    sid,
    source: 'twilio',
    source_ip_address: null,
    url: urlOf(workspace.sid, 'Events', sid),
    workspace_sid: workspace.sid,
  };
}

/** Texts throughout, numbers too. */
function eventData(event: TaskRouterEvent): Readonly<Record<string, string>> {
  const { sid, friendlyName } = event.workspace;
  const told: EventFields = { ...describeEvent(event), workspace_sid: sid, workspace_name: friendlyName };
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, String(value)]));
}

function resourceUrl(event: TaskRouterEvent): string {
  const { type, sid } = resourceOf(event);
  const { sid: workspaceSid } = event.workspace;
  if ('reservation' in event && type === 'reservation')
    return urlOf(workspaceSid, 'Tasks', event.reservation.taskSid, 'Reservations', sid);
  const collection = COLLECTIONS[type];
  return collection === undefined ? urlOf(workspaceSid) : urlOf(workspaceSid, collection, sid);
}
