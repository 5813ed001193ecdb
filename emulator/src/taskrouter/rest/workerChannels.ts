import { given } from '../../kernel/given';
import { isoDate, page } from '../../kernel/paging';
import { formOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route } from '../../kernel/route';
import type { TaskRouterEngine } from '../engine/engine';
import type { WorkerChannel } from '../engine/model';
import { urlOf } from './links';
import { ok } from './replies';
import { defineRoutes } from './workspaceRoute';

const CHANNELS = '/Workers/:workerSid/Channels';

export function workerChannelRoutes(engine: TaskRouterEngine): readonly Route[] {
  const route = defineRoutes(engine);
  const show = (channel: WorkerChannel): unknown => showWorkerChannel(channel, engine.accountSid);
  return [
    route('GET', CHANNELS, (workspace, request) =>
      page(request, 'channels', workspace.workerChannels.list(pathSid(request, 'workerSid')), show),
    ),
    route('GET', `${CHANNELS}/:sid`, (workspace, request) =>
      ok(show(workspace.workerChannels.get(pathSid(request, 'workerSid'), pathSid(request, 'sid')))),
    ),
    route('POST', `${CHANNELS}/:sid`, (workspace, request) => {
      const form = formOf(request);
      const change = given({ capacity: form.integer('Capacity'), available: form.flag('Available') });
      return ok(
        show(workspace.workerChannels.update(pathSid(request, 'workerSid'), pathSid(request, 'sid'), change)),
      );
    }),
  ];
}

const showWorkerChannel = (channel: WorkerChannel, accountSid: string): unknown => ({
  account_sid: accountSid,
  assigned_tasks: channel.assignedTasks,
  available: channel.available,
  available_capacity_percentage: channel.availableCapacityPercentage,
  configured_capacity: channel.configuredCapacity,
  date_created: isoDate(channel.dateCreated),
  date_updated: isoDate(channel.dateUpdated),
  sid: channel.sid,
  task_channel_sid: channel.taskChannelSid,
  task_channel_unique_name: channel.taskChannelUniqueName,
  url: urlOf(channel.workspaceSid, 'Workers', channel.workerSid, 'Channels', channel.sid),
  worker_sid: channel.workerSid,
  workspace_sid: channel.workspaceSid,
});
