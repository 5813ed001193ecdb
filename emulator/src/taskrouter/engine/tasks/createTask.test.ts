import { createContactCentre } from '../testing/createContactCentre';
import { refusalOf } from '../testing/refusalOf';

describe('creating a task', () => {
  it('fills in what was left out', () => {
    const { addQueue, addWorkflow, workspace, clock } = createContactCentre();
    const queue = addQueue();
    const workflow = addWorkflow({ default_filter: { queue: queue.sid } });

    const task = workspace.tasks.create({});

    expect(task).toMatchObject({
      attributes: '{}',
      priority: 0,
      timeout: 86_400,
      taskChannelUniqueName: 'default',
      workflowSid: workflow.sid,
      taskQueueSid: queue.sid,
      virtualStartTime: clock.now(),
      reason: null,
      version: 0,
    });
  });

  it('needs a workflow unless there is exactly one', () => {
    const { addQueue, addWorkflow, createTask } = createContactCentre();
    const routing = { default_filter: { queue: addQueue().sid } };

    const withNone = refusalOf(() => createTask());
    addWorkflow(routing);
    const { sid } = addWorkflow(routing);
    const withTwo = refusalOf(() => createTask());
    const named = createTask({ workflowSid: sid });

    expect(withNone).toMatchObject({ status: 400, message: 'WorkflowSid field is required' });
    expect(withTwo).toMatchObject({ status: 400, message: 'WorkflowSid field is required' });
    expect(named.workflowSid).toBe(sid);
  });

  it('counts white space towards the 4,096 characters of attributes', () => {
    const { addQueue, addWorkflow, workspace } = createContactCentre();
    addWorkflow({ default_filter: { queue: addQueue().sid } });
    const padded = (length: number): string => `{}${' '.repeat(length - 2)}`;

    const refusal = refusalOf(() => workspace.tasks.create({ attributes: padded(4097) }));

    expect(workspace.tasks.create({ attributes: padded(4096) }).attributes).toHaveLength(4096);
    expect(refusal).toMatchObject({ status: 400, code: 20001 });
  });

  it.each([
    ['attributes that are no JSON', { attributes: 'name=x' }],
    ['attributes that are no object', { attributes: '[1]' }],
    ['a negative priority', { priority: -1 }],
    ['a timeout beyond two weeks', { timeout: 1_209_601 }],
    ['a timeout of nothing', { timeout: 0 }],
    ['an unknown channel', { taskChannel: 'telegraph' }],
    ['an unknown workflow', { workflowSid: 'WW0' }],
    ['an unknown routing target', { routingTarget: 'WK0' }],
    ['a start in the future', { virtualStartTime: Date.UTC(2026, 0, 1, 0, 0, 1) }],
    ['a start before 1900', { virtualStartTime: Date.UTC(1899, 11, 31) }],
  ])('refuses %s and creates nothing', (_, input) => {
    const { addQueue, addWorkflow, workspace, events } = createContactCentre();
    addWorkflow({ default_filter: { queue: addQueue().sid } });
    events.length = 0;

    const refusal = refusalOf(() => workspace.tasks.create(input));

    expect(refusal).toMatchObject({ status: 400, code: 20001 });
    expect(workspace.tasks.list()).toEqual([]);
    expect(events).toEqual([]);
  });

  it('cancels a task that matches no filter when there is no default filter', async () => {
    const { addQueue, addWorkflow, createTask, pass, task } = createContactCentre();
    addWorkflow({ filters: [{ expression: 'kind == "a"', targets: [{ queue: addQueue().sid }] }] });

    const created = createTask();
    await pass();

    expect(created).toMatchObject({ assignmentStatus: 'pending', taskQueueSid: null });
    expect(task(created.sid).assignmentStatus).toBe('canceled');
  });
});
