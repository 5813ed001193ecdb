import { given } from '../../kernel/given';
import { isoDate, page } from '../../kernel/paging';
import { formOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { Route, TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import type { TaskRouterEngine } from '../engine/engine';
import type { TaskChannel } from '../engine/model';
import type { WorkspaceEngine } from '../engine/operations';
import { urlOf } from './links';
import { created, deleted, ok } from './replies';
import { defineRoutes } from './workspaceRoute';

export function taskChannelRoutes(engine: TaskRouterEngine): readonly Route[] {
  const route = defineRoutes(engine);
  const show = (channel: TaskChannel): unknown => showTaskChannel(channel, engine.accountSid);
  return [
    route('GET', '/TaskChannels', (workspace, request) =>
      page(request, 'channels', workspace.taskChannels.list(), show),
    ),
    route('POST', '/TaskChannels', (workspace, request) => {
      const form = formOf(request);
      const input = {
        friendlyName: form.requiredText('FriendlyName'),
        uniqueName: form.requiredText('UniqueName'),
        ...given({ channelOptimizedRouting: form.flag('ChannelOptimizedRouting') }),
      };
      return created(show(workspace.taskChannels.create(input)));
    }),
    route('GET', '/TaskChannels/:sid', (workspace, request) => ok(show(channelIn(workspace, request)))),
    route('POST', '/TaskChannels/:sid', (workspace, request) => {
      const form = formOf(request);
      const change = given({
        friendlyName: form.text('FriendlyName'),
        channelOptimizedRouting: form.flag('ChannelOptimizedRouting'),
      });
      return ok(show(workspace.taskChannels.update(channelIn(workspace, request).sid, change)));
    }),
    route('DELETE', '/TaskChannels/:sid', (workspace, request) => {
      workspace.taskChannels.delete(channelIn(workspace, request).sid);
      return deleted();
    }),
  ];
}

/** A task channel is found by its SID or by its unique name. */
function channelIn(workspace: WorkspaceEngine, request: TwilioRequest): TaskChannel {
  const channel = workspace.taskChannels.resolve(pathSid(request, 'sid'));
  if (channel === undefined) throw notFound(request.path);
  return channel;
}

const showTaskChannel = (channel: TaskChannel, accountSid: string): unknown => ({
  account_sid: accountSid,
  channel_optimized_routing: channel.channelOptimizedRouting,
  date_created: isoDate(channel.dateCreated),
  date_updated: isoDate(channel.dateUpdated),
  friendly_name: channel.friendlyName,
  links: { workspace: urlOf(channel.workspaceSid) },
  sid: channel.sid,
  unique_name: channel.uniqueName,
  url: urlOf(channel.workspaceSid, 'TaskChannels', channel.sid),
  workspace_sid: channel.workspaceSid,
});
