import { createContactCentre } from '../testing/createContactCentre';
import { refusalOf } from '../testing/refusalOf';

const refused = (attempt: () => void): number => refusalOf(attempt).code;

describe('what is in use cannot be deleted', () => {
  it('an activity: as default, by workers, by queues', () => {
    const { workspace, activity, addWorker, addQueue } = createContactCentre();
    addWorker('Alice');
    const lunch = workspace.activities.create({ friendlyName: 'Lunch' });
    addQueue({ assignmentActivitySid: lunch.sid });
    const away = workspace.activities.create({ friendlyName: 'Away' });

    for (const sid of [activity('Offline').sid, activity('Available').sid, lunch.sid]) {
      expect(
        refused(() => {
          workspace.activities.delete(sid);
        }),
      ).toBe(20001);
    }
    workspace.activities.delete(away.sid);
    expect(workspace.activities.find(away.sid)).toBeUndefined();
  });

  it('a queue: by workflows, by tasks', () => {
    const { workspace, addQueue, addWorkflow, createTask } = createContactCentre();
    const [named, waited, unused] = [addQueue(), addQueue(), addQueue()];
    addWorkflow({ default_filter: { queue: named.sid } });
    const task = createTask({ routingTarget: waited.sid });

    expect(
      refused(() => {
        workspace.taskQueues.delete(named.sid);
      }),
    ).toBe(20001);
    expect(
      refused(() => {
        workspace.taskQueues.delete(waited.sid);
      }),
    ).toBe(20001);
    workspace.tasks.update(task.sid, { assignmentStatus: 'canceled' });
    workspace.taskQueues.delete(waited.sid);
    workspace.taskQueues.delete(unused.sid);
    expect(workspace.taskQueues.list().map(({ sid }) => sid)).toEqual([named.sid]);
  });

  it('a workflow: by tasks', () => {
    const { workspace, addQueue, addWorkflow, createTask } = createContactCentre();
    const { sid } = addWorkflow({ default_filter: { queue: addQueue().sid } });
    const task = createTask();

    expect(
      refused(() => {
        workspace.workflows.delete(sid);
      }),
    ).toBe(20001);
    workspace.tasks.delete(task.sid);
    workspace.workflows.delete(sid);
    expect(workspace.workflows.list()).toEqual([]);
  });

  it('a task channel: the default one, by tasks', () => {
    const { workspace, addQueue, createTask, addWorker } = createContactCentre();
    const alice = addWorker('Alice');
    const task = createTask({ routingTarget: addQueue().sid, taskChannel: 'chat' });
    const sidOf = (name: string): string => workspace.taskChannels.resolve(name)?.sid ?? '';

    expect(
      refused(() => {
        workspace.taskChannels.delete(sidOf('default'));
      }),
    ).toBe(20001);
    expect(
      refused(() => {
        workspace.taskChannels.delete(task.taskChannelSid);
      }),
    ).toBe(20001);
    workspace.taskChannels.delete(sidOf('video'));
    expect(workspace.workerChannels.list(alice.sid)).toHaveLength(4);
  });

  it('a worker: by tasks that wait for him alone', async () => {
    const { workspace, addWorker, createTask, pass } = createContactCentre();
    const { sid } = addWorker('Alice', {}, 0);
    createTask({ routingTarget: sid, ignoreCapacity: false });
    await pass();

    expect(
      refused(() => {
        workspace.workers.delete(sid);
      }),
    ).toBe(20001);
  });
});
