import { createTaskRouterEngine, type TaskRouterEngine } from '../src/taskrouter/engine';
import type { Task } from '../src/taskrouter/engine/model';
import type { WorkspaceEngine } from '../src/taskrouter/engine/operations';
import type { TestContext } from './createTestContext';

/** One worker, available, in one queue that one workflow sends everything to. */
export interface SmallCentre {
  readonly engine: TaskRouterEngine;
  readonly workspace: WorkspaceEngine;
  readonly queueSid: string;
  readonly workflowSid: string;
  /** `alice`, with the attributes `{"bpo":"one"}`. */
  readonly workerSid: string;
  readonly offlineSid: string;
  /** Resolves with the task as created, once everything due at this instant (its reservation) has happened. */
  createTask(attributes?: string): Promise<Task>;
}

export function createSmallCentre({ accountSid, clock, random }: TestContext): SmallCentre {
  const engine = createTaskRouterEngine({ accountSid, clock, random });
  const workspace = engine.workspace(engine.workspaces.create({ friendlyName: 'Centre' }).sid);
  const activity = (name: string): string => {
    const found = workspace.activities.list().find(({ friendlyName }) => friendlyName === name);
    if (found === undefined) throw new Error(`No activity ${name}`);
    return found.sid;
  };
  const queue = workspace.taskQueues.create({ friendlyName: 'Everyone' });
  const filter = { filter_friendly_name: 'All', expression: '1==1', targets: [{ queue: queue.sid }] };
  const workflow = workspace.workflows.create({
    friendlyName: 'Assign',
    configuration: JSON.stringify({ task_routing: { filters: [filter] } }),
  });
  const worker = workspace.workers.create({
    friendlyName: 'alice',
    attributes: '{"bpo":"one"}',
    activitySid: activity('Available'),
  });
  return {
    engine,
    workspace,
    queueSid: queue.sid,
    workflowSid: workflow.sid,
    workerSid: worker.sid,
    offlineSid: activity('Offline'),
    async createTask(attributes = '{}') {
      const task = workspace.tasks.create({ workflowSid: workflow.sid, attributes });
      await clock.advance(0);
      return task;
    },
  };
}
