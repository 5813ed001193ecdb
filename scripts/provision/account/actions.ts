import * as z from 'zod/mini';
import { DIRECT_FILTER } from '../describe/describeDirectFilter';
import { readJson, toJson } from '../json';
import type { Kind, Resource, Settings } from '../resource';
import { putOnTop, takeOut } from '../workflow/directFilter';
import type { Account } from './account';
import { subscribeTo } from './subscribeTo';

/** How one kind of resource is written. Settings have SIDs for all references. */
export interface Actions {
  /** Answers its SID. */
  create(account: Account, wanted: Resource): Promise<string>;
  change(account: Account, sid: string, wanted: Resource): Promise<unknown>;
  remove(account: Account, sid: string): Promise<unknown>;
}

const Channel = z.object({ friendlyName: z.string() });
const Queue = z.object({ targetWorkers: z.string() });
const Workflow = z.object({ taskReservationTimeout: z.number(), configuration: z.json() });
const Filter = z.object({ workflow: z.string(), filter: z.json() });
const Subscription = z.object({ sink: z.string(), types: z.array(z.string()) });

const workspaceOf = ({ client, workspaceSid }: Account) => client.taskrouter.v1.workspaces(workspaceSid);
const sidOf = ({ sid }: { readonly sid: string }): string => sid;

const workflowForm = (settings: Settings) => {
  const { taskReservationTimeout, configuration } = z.parse(Workflow, settings);
  return { taskReservationTimeout, configuration: JSON.stringify(configuration) };
};

/** Read at the last moment: an edit of somebody else's since the plan was made stays. */
async function editWorkflow(
  account: Account,
  sid: string,
  edit: (configuration: ReturnType<typeof readJson>) => ReturnType<typeof readJson>,
): Promise<void> {
  const workflow = workspaceOf(account).workflows(sid);
  const { configuration } = await workflow.fetch();
  await workflow.update({ configuration: JSON.stringify(edit(readJson(configuration))) });
}

export const ACTIONS: Readonly<Record<Kind, Actions>> = {
  'task channel': {
    create: async (account, { name, settings }) =>
      sidOf(
        await workspaceOf(account).taskChannels.create({
          uniqueName: name,
          ...z.parse(Channel, settings),
        }),
      ),
    change: (account, sid, { settings }) =>
      workspaceOf(account).taskChannels(sid).update(z.parse(Channel, settings)),
    remove: (account, sid) => workspaceOf(account).taskChannels(sid).remove(),
  },
  queue: {
    create: async (account, { name, settings }) =>
      sidOf(
        await workspaceOf(account).taskQueues.create({ friendlyName: name, ...z.parse(Queue, settings) }),
      ),
    change: (account, sid, { settings }) =>
      workspaceOf(account).taskQueues(sid).update(z.parse(Queue, settings)),
    remove: (account, sid) => workspaceOf(account).taskQueues(sid).remove(),
  },
  workflow: {
    create: async (account, { name, settings }) =>
      sidOf(await workspaceOf(account).workflows.create({ friendlyName: name, ...workflowForm(settings) })),
    change: (account, sid, { settings }) =>
      workspaceOf(account).workflows(sid).update(workflowForm(settings)),
    remove: (account, sid) => workspaceOf(account).workflows(sid).remove(),
  },
  filter: {
    async create(account, { settings }) {
      const { workflow, filter } = z.parse(Filter, settings);
      await editWorkflow(account, workflow, (configuration) =>
        putOnTop(configuration, DIRECT_FILTER, toJson(filter)),
      );
      return workflow;
    },
    change: (account, _sid, wanted) => ACTIONS.filter.create(account, wanted),
    remove: (account, sid) =>
      editWorkflow(account, sid, (configuration) => takeOut(configuration, DIRECT_FILTER)),
  },
  sink: {
    create: async ({ client }, { name, secret }) =>
      sidOf(
        await client.events.v1.sinks.create({
          description: name,
          sinkType: 'webhook',
          sinkConfiguration: { destination: secret, method: 'POST', batch_events: true },
        }),
      ),
    // Its address and login are in its name: a sink of that name is as it shall be.
    change: () => Promise.resolve(),
    remove: ({ client }, sid) => client.events.v1.sinks(sid).remove(),
  },
  subscription: {
    async create({ client }, { name, settings }) {
      const { sink, types } = z.parse(Subscription, settings);
      return sidOf(
        await client.events.v1.subscriptions.create({
          description: name,
          sinkSid: sink,
          types: types.map((type) => ({ type })),
        }),
      );
    },
    change: (account, sid, { settings }) =>
      subscribeTo(account.client, sid, z.parse(Subscription, settings).types),
    remove: ({ client }, sid) => client.events.v1.subscriptions(sid).remove(),
  },
};
