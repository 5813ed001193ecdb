import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';
import { refusalOf } from '../testing/refusalOf';

const openCentre = (): ContactCentre => {
  const centre = createContactCentre();
  centre.addWorkflow({ default_filter: { queue: centre.addQueue().sid } }, 3600);
  return centre;
};

describe('time and tasks', () => {
  it('cancels a pending task at its time-to-live', async () => {
    const { createTask, pass, task, typesOf } = openCentre();
    const { sid } = createTask({ timeout: 60 });

    await pass(59_999);
    const before = task(sid).assignmentStatus;
    await pass(1);

    expect(before).toBe('pending');
    expect(task(sid)).toMatchObject({ assignmentStatus: 'canceled', reason: 'Task TTL Exceeded' });
    expect(typesOf(sid).at(-1)).toBe('task.canceled');
  });

  it('cancels a reserved task at its time-to-live, with its offer', async () => {
    const { addWorker, createTask, pass, task, workspace } = openCentre();
    addWorker('Alice');
    const { sid } = createTask({ timeout: 60 });

    await pass(60_000);

    expect(task(sid).assignmentStatus).toBe('canceled');
    expect(workspace.reservations.ofTask(sid)).toMatchObject([{ reservationStatus: 'canceled' }]);
  });

  it('deletes a finished task five minutes later without an event', async () => {
    const { createTask, pass, workspace, events } = openCentre();
    const { sid } = createTask();
    workspace.tasks.update(sid, { assignmentStatus: 'canceled' });
    events.length = 0;

    await pass(299_999);
    const before = workspace.tasks.find(sid)?.assignmentStatus;
    await pass(1);

    expect(before).toBe('canceled');
    expect(refusalOf(() => workspace.tasks.get(sid))).toMatchObject({ status: 404, code: 20404 });
    expect(events).toEqual([]);
  });

  it('deletes a task assigned for 24 hours, and frees its worker', async () => {
    const { addWorker, createTask, pass, accept, workspace, typesOf } = openCentre();
    const alice = addWorker('Alice');
    const { sid } = createTask({ timeout: 60 });
    await pass();
    accept(sid);

    await pass(86_399_999);
    const before = workspace.tasks.find(sid)?.assignmentStatus;
    await pass(1);

    expect(before).toBe('assigned');
    expect(workspace.tasks.find(sid)).toBeUndefined();
    expect(typesOf(sid).at(-2)).toBe('task.system-deleted');
    expect(workspace.workerChannels.get(alice.sid, 'default').assignedTasks).toBe(0);
  });
});
