import type { TaskStatus } from '../model';
import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';
import { refusalOf } from '../testing/refusalOf';

interface Centre extends ContactCentre {
  /** A task brought to this status. */
  readonly taskIn: (status: TaskStatus) => Promise<string>;
}

const openCentre = (): Centre => {
  const centre = createContactCentre();
  centre.addWorkflow({ default_filter: { queue: centre.addQueue().sid } });
  const { workspace, createTask, pass, accept, addWorker } = centre;
  const taskIn = async (status: TaskStatus): Promise<string> => {
    if (status !== 'pending') addWorker('Alice');
    const { sid } = createTask();
    await pass();
    if (status === 'pending' || status === 'reserved') return sid;
    if (status === 'canceled') workspace.tasks.update(sid, { assignmentStatus: 'canceled' });
    else accept(sid);
    if (status === 'wrapping' || status === 'completed') {
      workspace.tasks.update(sid, { assignmentStatus: status });
    }
    return sid;
  };
  return { ...centre, taskIn };
};

describe('asking for a task status', () => {
  const allowed: [TaskStatus, TaskStatus][] = [
    ['pending', 'canceled'],
    ['reserved', 'canceled'],
    ['assigned', 'wrapping'],
    ['assigned', 'completed'],
    ['wrapping', 'completed'],
  ];
  const sources: TaskStatus[] = ['pending', 'reserved', 'assigned', 'wrapping', 'completed', 'canceled'];
  const targets: TaskStatus[] = ['wrapping', 'completed', 'canceled'];
  const cases = sources.flatMap((from) => targets.map((to) => [from, to] as const));

  it.each(cases)('from %s to %s is as the life cycle says', async (from, to) => {
    const { taskIn, workspace, task } = openCentre();
    const sid = await taskIn(from);
    const isAllowed = allowed.some(([source, target]) => source === from && target === to);
    const ask = (): unknown => workspace.tasks.update(sid, { assignmentStatus: to, reason: 'why' });

    if (isAllowed) {
      ask();
      expect(task(sid)).toMatchObject({ assignmentStatus: to, reason: 'why' });
    } else {
      expect(refusalOf(ask)).toMatchObject({ status: 400, code: 20001 });
      expect(task(sid).assignmentStatus).toBe(from);
    }
  });

  it('words the refusal as Twilio does', async () => {
    const { taskIn, workspace } = openCentre();
    const sid = await taskIn('completed');

    const refusal = refusalOf(() => workspace.tasks.update(sid, { assignmentStatus: 'completed' }));

    expect(refusal.message).toBe(`Cannot complete task ${sid} because it is not currently assigned.`);
  });

  it('ends the reservations with the task', async () => {
    const { taskIn, workspace, typesOf } = openCentre();
    const sid = await taskIn('assigned');

    workspace.tasks.update(sid, { assignmentStatus: 'completed' });

    expect(workspace.reservations.ofTask(sid)).toMatchObject([{ reservationStatus: 'completed' }]);
    expect(typesOf(sid).slice(-3)).toEqual(['task.completed', 'reservation.completed', 'task.updated']);
  });

  it('cancels the offers of a canceled task', async () => {
    const { taskIn, workspace, typesOf } = openCentre();
    const sid = await taskIn('reserved');

    workspace.tasks.update(sid, { assignmentStatus: 'canceled' });

    expect(workspace.reservations.ofTask(sid)).toMatchObject([{ reservationStatus: 'canceled' }]);
    expect(typesOf(sid).slice(-2)).toEqual(['task.canceled', 'reservation.canceled']);
  });
});

describe('changing a task', () => {
  it('replaces attributes and tells of it', async () => {
    const { taskIn, workspace, typesOf } = openCentre();
    const sid = await taskIn('assigned');

    const changed = workspace.tasks.update(sid, { attributes: '{"b":2}' });

    expect(changed).toMatchObject({ attributes: '{"b":2}', version: 3 });
    expect(typesOf(sid).at(-1)).toBe('task.updated');
  });

  it('changes nothing when one of several wishes is refused', async () => {
    const { taskIn, workspace, task, events } = openCentre();
    const sid = await taskIn('pending');
    const before = task(sid);
    events.length = 0;

    refusalOf(() => workspace.tasks.update(sid, { attributes: '{"b":2}', assignmentStatus: 'completed' }));
    refusalOf(() => workspace.tasks.update(sid, { attributes: '{"b":2}', priority: -1 }));

    expect(task(sid)).toBe(before);
    expect(events).toEqual([]);
  });

  it('is refused at another version than asked for', async () => {
    const { taskIn, workspace } = openCentre();
    const sid = await taskIn('pending');
    workspace.tasks.update(sid, { priority: 1, ifVersion: 0 });

    const refusal = refusalOf(() => workspace.tasks.update(sid, { priority: 2, ifVersion: 0 }));

    expect(refusal).toMatchObject({ status: 412, code: 20412 });
  });

  it('lets a new priority and new attributes count for waiting tasks', async () => {
    const { taskIn, createTask, workspace, addWorker, pass, offersOf } = openCentre();
    const first = await taskIn('pending');
    const second = createTask().sid;
    workspace.tasks.update(second, { priority: 5 });

    addWorker('Bob');
    await pass();

    expect([offersOf(first).length, offersOf(second).length]).toEqual([0, 1]);
  });
});

describe('deleting a task', () => {
  it('ends its offers and leaves nothing', async () => {
    const { taskIn, workspace, typesOf } = openCentre();
    const sid = await taskIn('reserved');

    workspace.tasks.delete(sid);

    expect(typesOf(sid).slice(-2)).toEqual(['task.deleted', 'reservation.canceled']);
    expect(refusalOf(() => workspace.tasks.get(sid))).toMatchObject({ status: 404, code: 20404 });
  });
});
