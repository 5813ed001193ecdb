import { DIRECT_FILTER } from '../describe/describeDirectFilter';
import { isOurSink } from '../describe/describeSink';
import { readJson } from '../json';
import type { Found } from '../resource';
import { findFilter } from '../workflow/directFilter';
import type { Account } from './account';
import { callTwilio } from './callTwilio';

/** A new one for each list: the SDK keeps its own things in it. */
const all = () => ({ pageSize: 1000 });

/** What the account has of every kind: one read per kind and page, one per subscription of ours. */
export async function observe({ client, workspaceSid, sleep }: Account): Promise<readonly Found[]> {
  const workspace = client.taskrouter.v1.workspaces(workspaceSid);
  const read = <T>(what: string, send: () => Promise<T>): Promise<T> =>
    callTwilio(`read the ${what}`, 'read', sleep, send);
  const [channels, queues, workflows, sinks, subscriptions] = await Promise.all([
    read('task channels', () => workspace.taskChannels.list(all())),
    read('queues', () => workspace.taskQueues.list(all())),
    read('workflows', () => workspace.workflows.list(all())),
    read('sinks', () => client.events.v1.sinks.list(all())),
    read('subscriptions', () => client.events.v1.subscriptions.list(all())),
  ]);
  const ourSubscriptions = subscriptions.filter(({ description }) => isOurSink(description));
  const subscribed = await Promise.all(
    ourSubscriptions.map(({ sid }) =>
      read('subscribed events', () => client.events.v1.subscriptions(sid).subscribedEvents.list(all())),
    ),
  );
  const foundWorkflows = workflows.map(
    ({ sid, friendlyName, taskReservationTimeout, configuration }): Found => ({
      kind: 'workflow',
      name: friendlyName,
      sid,
      settings: { taskReservationTimeout, configuration: readJson(configuration) },
    }),
  );
  return [
    ...channels.map(({ sid, uniqueName, friendlyName }): Found => ({
      kind: 'task channel',
      name: uniqueName,
      sid,
      settings: { friendlyName },
    })),
    ...queues.map(({ sid, friendlyName, targetWorkers }): Found => ({
      kind: 'queue',
      name: friendlyName,
      sid,
      settings: { targetWorkers },
    })),
    ...foundWorkflows,
    ...foundWorkflows.flatMap(findDirectFilter),
    ...sinks
      .filter(({ description }) => isOurSink(description))
      .map(({ sid, description }): Found => ({ kind: 'sink', name: description, sid, settings: {} })),
    ...ourSubscriptions.map(({ sid, description, sinkSid }, index): Found => ({
      kind: 'subscription',
      name: description,
      sid,
      settings: { sink: sinkSid, types: (subscribed[index] ?? []).map(({ type }) => type) },
    })),
  ];
}

function findDirectFilter({ name, sid, settings }: Found): Found[] {
  const standing = findFilter(settings['configuration'] ?? null, DIRECT_FILTER);
  return standing === undefined
    ? []
    : [{ kind: 'filter', name, sid, settings: { workflow: sid, ...standing } }];
}
