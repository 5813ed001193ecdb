import { createContactCentre } from '../testing/createContactCentre';

describe('a routing target', () => {
  it('worker: reserves him whatever his activity and capacity', async () => {
    const { addWorker, createTask, pass, offerOf, workspace, activity, typesOf } = createContactCentre();
    const alice = addWorker('Alice', {}, 0);
    workspace.workers.update(alice.sid, { activitySid: activity('Offline').sid });

    const created = createTask({ routingTarget: alice.sid });
    await pass();

    expect(created).toMatchObject({ ignoreCapacity: true, workflowSid: null, taskQueueSid: null });
    expect(offerOf(created.sid).workerSid).toBe(alice.sid);
    expect(workspace.workerChannels.get(alice.sid, 'default')).toMatchObject({
      assignedTasks: 0,
      availableCapacityPercentage: 0,
    });
    expect(typesOf(created.sid)).toEqual(['task.created', 'reservation.created']);
  });

  it('worker: with IgnoreCapacity false waits until he has room', async () => {
    const { addWorker, createTask, pass, offersOf, workspace } = createContactCentre();
    const alice = addWorker('Alice', {}, 0);
    const { sid } = createTask({ routingTarget: alice.sid, ignoreCapacity: false });
    await pass();
    const before = offersOf(sid).length;

    workspace.workerChannels.update(alice.sid, 'default', { capacity: 1 });
    await pass();

    expect([before, offersOf(sid).length]).toEqual([0, 1]);
  });

  it('queue: goes there past every workflow', () => {
    const { addQueue, addWorkflow, createTask, typesOf } = createContactCentre();
    const [usual, special] = [addQueue(), addQueue()];
    addWorkflow({ default_filter: { queue: usual.sid } });

    const task = createTask({ routingTarget: special.sid });

    expect(task).toMatchObject({ taskQueueSid: special.sid, ignoreCapacity: false });
    expect(typesOf(task.sid)).toEqual(['task-queue.entered', 'task.created']);
  });

  it('workflow: is the workflow', () => {
    const { addQueue, addWorkflow, createTask } = createContactCentre();
    const routing = { default_filter: { queue: addQueue().sid } };
    addWorkflow(routing);
    const { sid } = addWorkflow(routing);

    expect(createTask({ routingTarget: sid }).workflowSid).toBe(sid);
  });
});
