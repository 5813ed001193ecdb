import type { Worker, WorkerOptions } from 'twilio-taskrouter';
import { createLocalTwilio, type LocalTwilio } from '../src/createLocalTwilio';
import type { Identity } from '../src/iam/identities';
import type { Task } from '../src/taskrouter/engine/model';
import type { WorkspaceEngine } from '../src/taskrouter/engine/operations';
import { connectWorker, disconnectWorker } from '../src/testing';

export type AgentName = 'alice' | 'bob' | 'carol' | 'sue';

/** A contact centre on a paused clock: three agents and a supervisor, a queue for each agent and one for all. */
export interface BridgeCentre {
  readonly local: LocalTwilio;
  readonly workspace: WorkspaceEngine;
  readonly workerSid: Readonly<Record<AgentName, string>>;
  /** Everyone's queue but that of one agent. */
  readonly queueSid: Readonly<Record<'alice' | 'others', string>>;
  readonly workflowSid: string;
  activitySid(friendlyName: string): string;
  issue(name: AgentName, lifetimeMs?: number): Identity;
  connect(name: AgentName, options?: WorkerOptions): Promise<Worker>;
  /** A task whose workflow offers it to one agent only. */
  createTask(forAgent: AgentName, attributes?: Readonly<Record<string, unknown>>): Task;
  stop(): Promise<void>;
}

const AGENTS: readonly AgentName[] = ['alice', 'bob', 'carol', 'sue'];
const RESERVATION_TIMEOUT_S = 120;

function furnish(workspace: WorkspaceEngine) {
  const activitySid = (friendlyName: string): string => {
    const activity = workspace.activities.list().find((one) => one.friendlyName === friendlyName);
    if (!activity) throw new Error(`The workspace has no activity ${friendlyName}`);
    return activity.sid;
  };
  const addAgent = (name: AgentName): string =>
    workspace.workers.create({
      friendlyName: name,
      attributes: JSON.stringify({ name, contact_uri: `client:${name}` }),
      activitySid: activitySid('Available'),
    }).sid;
  const addQueue = (friendlyName: string, targetWorkers: string): string =>
    workspace.taskQueues.create({ friendlyName, targetWorkers }).sid;
  const queueSid = {
    alice: addQueue('alice', 'name == "alice"'),
    bob: addQueue('bob', 'name == "bob"'),
    carol: addQueue('carol', 'name == "carol"'),
    sue: addQueue('sue', 'name == "sue"'),
    others: addQueue('others', 'name == "bob" OR name == "carol"'),
  };
  const filters = AGENTS.map((name) => ({
    expression: `for == "${name}"`,
    targets: [{ queue: queueSid[name] }],
  }));
  const workflow = workspace.workflows.create({
    friendlyName: 'by name',
    configuration: JSON.stringify({
      task_routing: { filters, default_filter: { queue: queueSid.others } },
    }),
    taskReservationTimeout: RESERVATION_TIMEOUT_S,
  });
  const workerSid = {
    alice: addAgent('alice'),
    bob: addAgent('bob'),
    carol: addAgent('carol'),
    sue: addAgent('sue'),
  };
  return { activitySid, queueSid, workerSid, workflowSid: workflow.sid };
}

export async function openBridgeCentre(): Promise<BridgeCentre> {
  const local = await createLocalTwilio({ mode: 'paused' });
  const workspace = local.engine.workspace(local.engine.workspaces.create({ friendlyName: 'Bridge' }).sid);
  const furniture = furnish(workspace);
  const { workerSid, workflowSid } = furniture;
  const connected: Worker[] = [];

  const issue: BridgeCentre['issue'] = (name, lifetimeMs) =>
    local.identities.issue({
      identity: name,
      workerSid: workerSid[name],
      roles: [name === 'sue' ? 'supervisor' : 'agent'],
      ...(lifetimeMs === undefined ? {} : { lifetimeMs }),
    });

  return {
    local,
    workspace,
    ...furniture,
    issue,
    async connect(name, options) {
      const worker = await connectWorker(local.origin, issue(name).token, options);
      connected.push(worker);
      return worker;
    },
    createTask: (forAgent, attributes = {}) =>
      workspace.tasks.create({
        workflowSid,
        attributes: JSON.stringify({ for: forAgent, ...attributes }),
        taskChannel: 'voice',
      }),
    async stop() {
      for (const worker of connected) disconnectWorker(worker);
      await local.stop();
    },
  };
}
