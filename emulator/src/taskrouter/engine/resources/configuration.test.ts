import { createContactCentre } from '../testing/createContactCentre';
import { refusalOf } from '../testing/refusalOf';

describe('activities', () => {
  it('take a new name to the workers in them, without a new version', () => {
    const { workspace, activity, addWorker } = createContactCentre();
    const alice = addWorker('Alice');

    workspace.activities.update(activity('Available').sid, { friendlyName: 'Ready' });

    expect(workspace.workers.get(alice.sid)).toMatchObject({ activityName: 'Ready', version: 0 });
  });

  it('have unique names', () => {
    const { workspace, activity } = createContactCentre();
    const { sid } = activity('Offline');

    expect(refusalOf(() => workspace.activities.create({ friendlyName: 'Offline' })).code).toBe(20001);
    expect(workspace.activities.update(sid, { friendlyName: 'Offline' }).sid).toBe(sid);
  });
});

describe('task queues', () => {
  it('begin with everyone, one reservation at a time, first in first out', () => {
    const { workspace, addWorker } = createContactCentre();
    const alice = addWorker('Alice');

    const queue = workspace.taskQueues.create({ friendlyName: 'Q' });

    expect(queue).toMatchObject({ targetWorkers: '1==1', maxReservedWorkers: 1, taskOrder: 'FIFO' });
    expect(workspace.taskQueues.ofWorker(alice.sid)).toEqual([queue]);
  });

  it('follow a new expression and tell of it', () => {
    const { workspace, addWorker, addQueue, events } = createContactCentre();
    const alice = addWorker('Alice', { level: 1 });
    const { sid } = addQueue();
    events.length = 0;

    workspace.taskQueues.update(sid, { targetWorkers: 'level > 1' });
    const narrow = workspace.taskQueues.ofWorker(alice.sid);
    workspace.workers.update(alice.sid, { attributes: '{"level":2}' });

    expect(narrow).toEqual([]);
    expect(workspace.taskQueues.ofWorker(alice.sid)).toHaveLength(1);
    expect(events.map(({ type }) => type)).toEqual([
      'task-queue.expression.updated',
      'worker.attributes.update',
    ]);
  });

  it.each([
    ['an expression with a hyphen in a key', { targetWorkers: 'skill-level > 3' }],
    ['no reservation at all', { maxReservedWorkers: 0 }],
    ['51 reservations at a time', { maxReservedWorkers: 51 }],
    ['an unknown activity', { reservationActivitySid: 'WA0' }],
    ['an empty name', { friendlyName: ' ' }],
  ])('refuse %s', (_, input) => {
    const { addQueue } = createContactCentre();

    expect(refusalOf(() => addQueue(input))).toMatchObject({ status: 400, code: 20001 });
  });
});

describe('workflows', () => {
  it('name only queues that exist', () => {
    const { addWorkflow } = createContactCentre();

    const refusal = refusalOf(() => addWorkflow({ default_filter: { queue: `WQ${'0'.repeat(32)}` } }));

    expect(refusal).toMatchObject({ status: 400, code: 20001 });
  });

  it.each([0, 86_401])('refuse a reservation timeout of %d seconds', (timeout) => {
    const { addQueue, addWorkflow } = createContactCentre();
    const { sid } = addQueue();

    expect(refusalOf(() => addWorkflow({ default_filter: { queue: sid } }, timeout)).code).toBe(20001);
  });
});

describe('workspaces', () => {
  it('come with default activities, and from FIFO with a queue and a workflow', () => {
    const { engine } = createContactCentre();

    const { sid, defaultActivitySid } = engine.workspaces.create({ friendlyName: 'F', template: 'FIFO' });

    const workspace = engine.workspace(sid);
    expect(workspace.activities.list().map(({ friendlyName }) => friendlyName)).toEqual([
      'Offline',
      'Available',
      'Unavailable',
    ]);
    expect(workspace.activities.get(defaultActivitySid).friendlyName).toBe('Offline');
    expect(workspace.tasks.create({}).taskQueueSid).toBe(workspace.taskQueues.list()[0]?.sid);
  });

  it('are gone when deleted, with all that was due in them', async () => {
    const { engine, workspace, addQueue, createTask, pass, events } = createContactCentre();
    createTask({ routingTarget: addQueue().sid, timeout: 60 });

    engine.workspaces.delete(workspace.sid);
    events.length = 0;
    await pass(60_000);

    expect(events).toEqual([]);
    expect(refusalOf(() => engine.workspace(workspace.sid))).toMatchObject({ status: 404, code: 20404 });
  });
});
