import { given } from '../../kernel/given';
import { isoDate, page } from '../../kernel/paging';
import { formOf, queryOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route } from '../../kernel/route';
import type { TaskRouterEngine } from '../engine/engine';
import type { Worker } from '../engine/model';
import { entityTag, versionIfMatch } from './entityTag';
import { filterWorkers } from './filterWorkers';
import { statisticsLinks, urlOf } from './links';
import type { RateLimit } from './rateLimit';
import { created, deleted, ok, withHeaders } from './replies';
import { defineRoutes } from './workspaceRoute';

export function workerRoutes(engine: TaskRouterEngine, expensiveList: RateLimit): readonly Route[] {
  const route = defineRoutes(engine);
  const show = (worker: Worker): unknown => showWorker(worker, engine.accountSid);
  return [
    route('GET', '/Workers', (workspace, request) => {
      const query = queryOf(request);
      const limit = query.text('TargetWorkersExpression') === undefined ? {} : expensiveList();
      return withHeaders(page(request, 'workers', filterWorkers(workspace, query), show), limit);
    }),
    route('POST', '/Workers', (workspace, request) => {
      const form = formOf(request);
      const worker = workspace.workers.create({
        friendlyName: form.requiredText('FriendlyName'),
        ...given({ attributes: form.text('Attributes'), activitySid: form.text('ActivitySid') }),
      });
      return created(show(worker), entityTag(worker.version));
    }),
    route('GET', '/Workers/:sid', (workspace, request) => {
      const worker = workspace.workers.get(pathSid(request, 'sid'));
      return ok(show(worker), entityTag(worker.version));
    }),
    route('POST', '/Workers/:sid', (workspace, request) => {
      const form = formOf(request);
      const change = given({
        friendlyName: form.text('FriendlyName'),
        attributes: form.text('Attributes'),
        activitySid: form.text('ActivitySid'),
        rejectPendingReservations: form.flag('RejectPendingReservations'),
        ifVersion: versionIfMatch(request),
      });
      const worker = workspace.workers.update(pathSid(request, 'sid'), change);
      return ok(show(worker), entityTag(worker.version));
    }),
    route('DELETE', '/Workers/:sid', (workspace, request) => {
      workspace.workers.delete(pathSid(request, 'sid'), versionIfMatch(request));
      return deleted();
    }),
  ];
}

function showWorker(worker: Worker, accountSid: string): unknown {
  const all = urlOf(worker.workspaceSid, 'Workers');
  const url = `${all}/${worker.sid}`;
  return {
    account_sid: accountSid,
    activity_name: worker.activityName,
    activity_sid: worker.activitySid,
    attributes: worker.attributes,
    available: worker.available,
    date_created: isoDate(worker.dateCreated),
    date_status_changed: isoDate(worker.dateStatusChanged),
    date_updated: isoDate(worker.dateUpdated),
    friendly_name: worker.friendlyName,
    links: {
      activity: urlOf(worker.workspaceSid, 'Activities', worker.activitySid),
      channels: `${url}/Channels`,
      // Twilio links the statistics of all workers here and the worker's own as worker_statistics.
      ...statisticsLinks(all),
      reservations: `${url}/Reservations`,
      worker_channels: `${url}/Channels`,
      worker_statistics: `${url}/Statistics`,
      workspace: urlOf(worker.workspaceSid),
    },
    sid: worker.sid,
    url,
    workspace_sid: worker.workspaceSid,
  };
}
