import type { Insights } from '../../gooddata';
import type { IdentityDirectory } from '../../iam/identities';
import { InvalidInput } from '../../kernel/jsonFields';
import type { TaskRouterEngine } from '../../taskrouter/engine';
import type { Numbers } from '../../voice';
import type { Scenario, SeededScenario } from './model';
import { nameQueues } from './nameQueues';
import { nameWorkflows } from './nameWorkflows';

/** What a scenario is set up in. */
export interface ScenarioTarget {
  readonly engine: TaskRouterEngine;
  readonly identities: IdentityDirectory;
  readonly numbers: Numbers;
  readonly insights: Insights;
  /** Creates a Sync Service; resolves with its SID. */
  createSyncService(friendlyName: string): Promise<string>;
}

type SidByName = Record<string, string>;

function sidOf(sids: SidByName, what: string, name: string): string {
  const sid = sids[name];
  if (sid === undefined) throw new InvalidInput(`The scenario has no ${what} named "${name}"`);
  return sid;
}

const sidsBy = <T extends { readonly sid: string }>(
  items: readonly T[],
  name: (item: T) => string,
): SidByName => Object.fromEntries(items.map((item) => [name(item), item.sid]));

/**
 * Sets up a contact centre in one go, as provisioning would through REST. What TaskRouter refuses is thrown as its
 * TwilioError; what had been created by then stays, as it would at Twilio.
 */
export async function seedScenario(target: ScenarioTarget, scenario: Scenario): Promise<SeededScenario> {
  const { engine, identities, numbers } = target;
  const { defaultActivity, timeoutActivity, ...workspaceInput } = scenario.workspace;
  const { sid: workspaceSid } = engine.workspaces.create(workspaceInput);
  const workspace = engine.workspace(workspaceSid);

  const activities = sidsBy(workspace.activities.list(), (activity) => activity.friendlyName);
  for (const input of scenario.activities ?? []) {
    activities[input.friendlyName] ??= workspace.activities.create(input).sid;
  }
  engine.workspaces.update(workspaceSid, {
    ...(defaultActivity === undefined
      ? {}
      : { defaultActivitySid: sidOf(activities, 'activity', defaultActivity) }),
    ...(timeoutActivity === undefined
      ? {}
      : { timeoutActivitySid: sidOf(activities, 'activity', timeoutActivity) }),
  });

  const taskChannels = sidsBy(workspace.taskChannels.list(), (channel) => channel.uniqueName);
  for (const input of scenario.taskChannels ?? []) {
    taskChannels[input.uniqueName] ??= workspace.taskChannels.create(input).sid;
  }

  const taskQueues: SidByName = {};
  for (const input of scenario.taskQueues ?? []) {
    taskQueues[input.friendlyName] = workspace.taskQueues.create(input).sid;
  }

  const workflows: SidByName = {};
  for (const { configuration, ...input } of scenario.workflows ?? []) {
    const text = JSON.stringify(nameQueues(configuration, taskQueues));
    workflows[input.friendlyName] = workspace.workflows.create({ ...input, configuration: text }).sid;
  }

  for (const { number, ...voice } of scenario.phoneNumbers ?? []) {
    numbers.set(number, 'twiml' in voice ? { twiml: nameWorkflows(voice.twiml, workflows) } : voice);
  }

  const workers: SidByName = {};
  for (const { friendlyName, attributes = {}, activity, capacity = {} } of scenario.workers ?? []) {
    const worker = workspace.workers.create({
      friendlyName,
      attributes: JSON.stringify(attributes),
      ...(activity === undefined ? {} : { activitySid: sidOf(activities, 'activity', activity) }),
    });
    workers[friendlyName] = worker.sid;
    for (const [channel, size] of Object.entries(capacity)) {
      workspace.workerChannels.update(worker.sid, channel, { capacity: size });
    }
  }

  const tokens: Record<string, { token: string; workerSid?: string }> = {};
  for (const { identity, worker, roles = ['agent'], lifetimeMs } of scenario.identities ?? []) {
    const workerSid = worker === undefined ? {} : { workerSid: sidOf(workers, 'worker', worker) };
    const issued = identities.issue({
      identity,
      roles,
      ...workerSid,
      ...(lifetimeMs === undefined ? {} : { lifetimeMs }),
    });
    tokens[identity] = { token: issued.token, ...workerSid };
  }

  const syncServices: SidByName = {};
  for (const { friendlyName } of scenario.syncServices ?? []) {
    syncServices[friendlyName] = await target.createSyncService(friendlyName);
  }

  if (scenario.insights) target.insights.configure(scenario.insights);

  return {
    accountSid: engine.accountSid,
    workspaceSid,
    activities,
    taskChannels,
    taskQueues,
    workflows,
    workers,
    syncServices,
    identities: tokens,
    ...(scenario.insights ? { insights: target.insights.access() } : {}),
  };
}
