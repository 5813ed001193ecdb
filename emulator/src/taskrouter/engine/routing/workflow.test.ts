import type { TaskQueue } from '../model';
import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';

interface Centre extends ContactCentre {
  readonly queues: [TaskQueue, TaskQueue, TaskQueue];
}

const openCentre = (): Centre => {
  const centre = createContactCentre();
  const { addQueue } = centre;
  return { ...centre, queues: [addQueue(), addQueue(), addQueue()] };
};

describe('filters', () => {
  it('the first that matches takes the task', () => {
    const { queues, addWorkflow, createTask } = openCentre();
    addWorkflow({
      filters: [
        { expression: 'kind == "x"', targets: [{ queue: queues[0].sid }] },
        { expression: 'level > 1', targets: [{ queue: queues[1].sid }] },
        { expression: '1==1', targets: [{ queue: queues[2].sid }] },
      ],
    });

    const task = createTask({ attributes: { kind: 'y', level: 2 } });

    expect(task.taskQueueSid).toBe(queues[1].sid);
  });

  it('leave what matches none to the default filter, where it waits', async () => {
    const { queues, addWorkflow, createTask, pass, task } = openCentre();
    addWorkflow({
      filters: [{ expression: 'kind == "x"', targets: [{ queue: queues[0].sid, timeout: 10 }] }],
      default_filter: { queue: queues[2].sid },
    });

    const { sid } = createTask();
    await pass(86_399_999);

    expect(task(sid)).toMatchObject({ assignmentStatus: 'pending', taskQueueSid: queues[2].sid });
  });

  it("set the target's priority, which then sticks", async () => {
    const { queues, addWorkflow, createTask, pass, task } = openCentre();
    addWorkflow({
      filters: [
        {
          expression: '1==1',
          targets: [{ queue: queues[0].sid, priority: '7', timeout: 10 }, { queue: queues[1].sid }],
        },
      ],
    });

    const { sid, priority } = createTask({ priority: 1 });
    await pass(10_000);

    expect(priority).toBe(7);
    expect(task(sid)).toMatchObject({ priority: 7, taskQueueSid: queues[1].sid });
  });
});

describe('timeouts of targets', () => {
  const threeTargets = ({ queues, addWorkflow }: Centre, reservationTimeout?: number): void => {
    const targets = queues.map(({ sid }) => ({ queue: sid, timeout: 10 }));
    addWorkflow(
      { filters: [{ expression: '1==1', targets }], default_filter: { queue: queues[0].sid } },
      reservationTimeout,
    );
  };

  it('add up against the age of the task', async () => {
    const centre = openCentre();
    threeTargets(centre);
    const { sid } = centre.createTask();

    const queueAt: (string | null)[] = [];
    for (const ms of [9_999, 1, 9_999, 1]) {
      await centre.pass(ms);
      queueAt.push(centre.task(sid).taskQueueSid);
    }

    const [first, second, third] = centre.queues.map(({ sid: queueSid }) => queueSid);
    expect(queueAt).toEqual([first, second, second, third]);
  });

  it('tell of the way through the queues', async () => {
    const centre = openCentre();
    threeTargets(centre);
    const { sid } = centre.createTask();
    await centre.pass();
    centre.events.length = 0;

    await centre.pass(10_000);

    expect(centre.typesOf(sid)).toEqual([
      'task-queue.timeout',
      'workflow.target-matched',
      'task-queue.moved',
    ]);
    expect(centre.events[2]).toMatchObject({
      taskQueue: { sid: centre.queues[1].sid },
      previousTaskQueue: { sid: centre.queues[0].sid },
    });
  });

  it('cancel the task at the end of the last, past the default filter', async () => {
    const centre = openCentre();
    threeTargets(centre);
    const { sid } = centre.createTask();

    await centre.pass(30_000);

    expect(centre.task(sid)).toMatchObject({
      assignmentStatus: 'canceled',
      reason: 'Task canceled on Workflow timeout',
    });
    expect(centre.typesOf(sid).slice(-2)).toEqual(['workflow.timeout', 'task.canceled']);
  });

  it('wait for a pending reservation to end and then count the age', async () => {
    const centre = openCentre();
    threeTargets(centre, 15);
    centre.addWorker('Alice');
    const { sid } = centre.createTask();

    await centre.pass(14_999);
    const during = centre.task(sid);
    await centre.pass(1);

    expect(during).toMatchObject({ assignmentStatus: 'reserved', taskQueueSid: centre.queues[0].sid });
    expect(centre.task(sid)).toMatchObject({
      assignmentStatus: 'pending',
      taskQueueSid: centre.queues[1].sid,
    });
  });

  it('lead on to the next filter that matches', async () => {
    const { queues, addWorkflow, createTask, pass, task } = openCentre();
    const filter = (expression: string, queue: TaskQueue): object => ({
      expression,
      targets: [{ queue: queue.sid, timeout: 10 }],
    });
    addWorkflow({
      filters: [filter('1==1', queues[0]), filter('kind == "other"', queues[1]), filter('1==1', queues[2])],
    });

    const { sid } = createTask();
    await pass(10_000);

    expect(task(sid).taskQueueSid).toBe(queues[2].sid);
  });

  it('pass over a queue deleted after a newer configuration dropped it', async () => {
    const centre = openCentre();
    threeTargets(centre);
    const { workspace, queues, createTask, pass, task } = centre;
    const { sid } = createTask();
    const [workflow] = workspace.workflows.list();
    workspace.workflows.update(workflow!.sid, {
      configuration: JSON.stringify({ task_routing: { default_filter: { queue: queues[0].sid } } }),
    });
    workspace.taskQueues.delete(queues[1].sid);

    await pass(10_000);

    expect(task(sid).taskQueueSid).toBe(queues[2].sid);
  });
});
