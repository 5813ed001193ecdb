import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';

const openCentre = (
  targets: (queues: [string, string]) => object[],
): ContactCentre & { queues: [string, string] } => {
  const centre = createContactCentre();
  const queues: [string, string] = [
    centre.addQueue({ targetWorkers: 'team == 1' }).sid,
    centre.addQueue({ targetWorkers: 'team == 2' }).sid,
  ];
  centre.addWorkflow({ filters: [{ expression: '1==1', targets: targets(queues) }] });
  return { ...centre, queues };
};

describe('skip_if', () => {
  const whenNobodyIsThere = ([first, second]: [string, string]): object[] => [
    { queue: first, skip_if: 'workers.available == 0' },
    { queue: second },
  ];

  it('leaves the target at once when it holds', async () => {
    const { createTask, pass, task, queues } = openCentre(whenNobodyIsThere);

    const { sid } = createTask();
    await pass();

    expect(task(sid).taskQueueSid).toBe(queues[1]);
  });

  it('counts workers in an available activity, busy or not', async () => {
    const { addWorker, createTask, pass, task, queues } = openCentre(whenNobodyIsThere);
    addWorker('Busy', { team: 1 });
    createTask();
    await pass();

    const { sid } = createTask();
    await pass();

    expect(task(sid)).toMatchObject({ assignmentStatus: 'pending', taskQueueSid: queues[0] });
  });

  it('is asked on entry only', async () => {
    const { addWorker, createTask, pass, task, queues, workspace, activity } = openCentre(whenNobodyIsThere);
    const busy = addWorker('Busy', { team: 1 });
    createTask();
    await pass();
    const { sid } = createTask();
    await pass();

    workspace.workers.update(busy.sid, { activitySid: activity('Offline').sid });
    workspace.tasks.update(sid, { priority: 3 });
    await pass();

    expect(task(sid).taskQueueSid).toBe(queues[0]);
  });

  it('is not come back to when a later target times out', async () => {
    const { createTask, pass, task } = openCentre(([first, second]) => [
      { queue: first, skip_if: 'workers.available == 0' },
      { queue: second, timeout: 10 },
    ]);

    const { sid } = createTask();
    await pass(10_000);

    expect(task(sid).reason).toBe('Task canceled on Workflow timeout');
  });

  it('is not asked when a reservation could be created', async () => {
    const { addWorker, createTask, pass, task, queues } = openCentre(([first, second]) => [
      { queue: first, skip_if: '1==1' },
      { queue: second },
    ]);
    addWorker('Free', { team: 1 });

    const { sid } = createTask();
    await pass();

    expect(task(sid)).toMatchObject({ assignmentStatus: 'reserved', taskQueueSid: queues[0] });
  });

  it('knows unavailable workers, activities and the task', async () => {
    const centre = createContactCentre();
    const [first, second] = [centre.addQueue(), centre.addQueue()];
    const { sid: offline } = centre.activity('Offline');
    centre.workspace.workers.create({ friendlyName: 'Away', activitySid: offline });
    const skip_if = `workers.unavailable == 1 AND workers.${offline} == 1 AND task.hurry == true`;
    centre.addWorkflow({
      filters: [{ expression: '1==1', targets: [{ queue: first.sid, skip_if }, { queue: second.sid }] }],
    });

    const patient = centre.createTask({ attributes: { hurry: false } });
    const hurried = centre.createTask({ attributes: { hurry: true } });
    await centre.pass();

    expect(centre.task(patient.sid).taskQueueSid).toBe(first.sid);
    expect(centre.task(hurried.sid).taskQueueSid).toBe(second.sid);
  });

  it('on the last target sends the task to the default filter, where it waits', async () => {
    const centre = createContactCentre();
    const [named, fallback] = [centre.addQueue(), centre.addQueue()];
    centre.addWorkflow({
      filters: [{ expression: '1==1', targets: [{ queue: named.sid, skip_if: '1==1' }] }],
      default_filter: { queue: fallback.sid },
    });

    const { sid } = centre.createTask();
    await centre.pass(3_600_000);

    expect(centre.task(sid)).toMatchObject({ assignmentStatus: 'pending', taskQueueSid: fallback.sid });
    expect(centre.typesOf(sid)).toContain('task-queue.moved');
  });

  it('on the last target without a default filter removes the task', async () => {
    const { createTask, pass, task, typesOf } = openCentre(([first]) => [{ queue: first, skip_if: '1==1' }]);

    const { sid } = createTask();
    await pass();

    expect(task(sid).assignmentStatus).toBe('canceled');
    expect(typesOf(sid).slice(-2)).toEqual(['workflow.skipped', 'task.canceled']);
  });

  it('does not count who was deleted', async () => {
    const { addWorker, createTask, pass, task, queues, workspace } = openCentre(whenNobodyIsThere);
    const gone = addWorker('Gone', { team: 1 });
    workspace.workers.delete(gone.sid);

    const { sid } = createTask();
    await pass();

    expect(task(sid).taskQueueSid).toBe(queues[1]);
  });
});
