import { given } from '../../kernel/given';
import { isoDate, page } from '../../kernel/paging';
import { formOf, queryOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route } from '../../kernel/route';
import type { TaskRouterEngine } from '../engine/engine';
import type { Activity } from '../engine/model';
import { urlOf } from './links';
import { created, deleted, ok } from './replies';
import { defineRoutes } from './workspaceRoute';

export function activityRoutes(engine: TaskRouterEngine): readonly Route[] {
  const route = defineRoutes(engine);
  const show = (activity: Activity): unknown => showActivity(activity, engine.accountSid);
  return [
    route('GET', '/Activities', (workspace, request) => {
      const query = queryOf(request);
      const name = query.text('FriendlyName');
      const available = query.availability('Available');
      const found = workspace.activities
        .list()
        .filter((activity) => activity.friendlyName === (name ?? activity.friendlyName))
        .filter((activity) => activity.available === (available ?? activity.available));
      return page(request, 'activities', found, show);
    }),
    route('POST', '/Activities', (workspace, request) => {
      const form = formOf(request);
      const friendlyName = form.requiredText('FriendlyName');
      return created(
        show(workspace.activities.create({ friendlyName, ...given({ available: form.flag('Available') }) })),
      );
    }),
    route('GET', '/Activities/:sid', (workspace, request) =>
      ok(show(workspace.activities.get(pathSid(request, 'sid')))),
    ),
    // Availability is immutable: Twilio answers 200 and keeps the old value whatever `Available` says.
    route('POST', '/Activities/:sid', (workspace, request) => {
      const change = given({ friendlyName: formOf(request).text('FriendlyName') });
      return ok(show(workspace.activities.update(pathSid(request, 'sid'), change)));
    }),
    route('DELETE', '/Activities/:sid', (workspace, request) => {
      workspace.activities.delete(pathSid(request, 'sid'));
      return deleted();
    }),
  ];
}

const showActivity = (activity: Activity, accountSid: string): unknown => ({
  account_sid: accountSid,
  available: activity.available,
  date_created: isoDate(activity.dateCreated),
  date_updated: isoDate(activity.dateUpdated),
  friendly_name: activity.friendlyName,
  links: { workspace: urlOf(activity.workspaceSid) },
  sid: activity.sid,
  url: urlOf(activity.workspaceSid, 'Activities', activity.sid),
  workspace_sid: activity.workspaceSid,
});
