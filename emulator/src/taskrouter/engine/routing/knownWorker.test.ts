import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';

const openCentre = (known: object): ContactCentre => {
  const centre = createContactCentre();
  const queue = centre.addQueue({ targetWorkers: 'team == 1' });
  centre.addWorkflow({
    filters: [
      { expression: '1==1', targets: [{ queue: queue.sid, timeout: 60, ...known }, { queue: queue.sid }] },
    ],
  });
  centre.addWorker('Alice', { team: 1 });
  return centre;
};

describe('a known worker', () => {
  it('is the only one offered the task, by SID', async () => {
    const { addWorker, createTask, pass, offerOf } = openCentre({ known_worker_sid: 'task.agent.sid' });
    const bob = addWorker('Bob', { team: 1 });

    const { sid } = createTask({ attributes: { agent: { sid: bob.sid } } });
    await pass();

    expect(offerOf(sid).workerSid).toBe(bob.sid);
  });

  it('is the only one offered the task, by name', async () => {
    const { addWorker, createTask, pass, offerOf } = openCentre({
      known_worker_friendly_name: 'task.agent',
    });
    addWorker('Bob', { team: 1 });

    const { sid } = createTask({ attributes: { agent: 'Bob' } });
    await pass();

    expect(offerOf(sid).workerName).toBe('Bob');
  });

  it('gets the task when he becomes free', async () => {
    const { addWorker, createTask, pass, offerOf, accept, workspace } = openCentre({
      known_worker_sid: 'task.agent',
    });
    const bob = addWorker('Bob', { team: 1 });
    const attributes = { agent: bob.sid };
    const first = createTask({ attributes });
    await pass();
    const { sid } = createTask({ attributes });
    await pass();

    workspace.reservations.update(accept(first.sid).sid, { reservationStatus: 'completed' });
    await pass();

    expect(offerOf(sid).workerSid).toBe(bob.sid);
  });

  it.each([
    ['names nobody', {}],
    ['names a stranger', { agent: 'WK0' }],
    ['is no text', { agent: 7 }],
  ])('whose reference %s holds the task until the timeout', async (_, attributes) => {
    const { createTask, pass, offerOf, task } = openCentre({ known_worker_sid: 'task.agent' });

    const { sid } = createTask({ attributes });
    await pass(59_999);
    const before = task(sid).assignmentStatus;
    await pass(1);

    expect(before).toBe('pending');
    expect(offerOf(sid).workerName).toBe('Alice');
  });

  it('outside the queue holds the task too', async () => {
    const { addWorker, createTask, pass, offersOf } = openCentre({ known_worker_sid: 'task.agent' });
    const outsider = addWorker('Mallory', { team: 2 });

    const { sid } = createTask({ attributes: { agent: outsider.sid } });
    await pass();

    expect(offersOf(sid)).toEqual([]);
  });

  it('is found when the attributes of a waiting task come to name him', async () => {
    const { createTask, pass, offerOf, workspace } = openCentre({ known_worker_sid: 'task.agent' });
    const { sid } = createTask();
    await pass();
    const [alice] = workspace.workers.list();

    workspace.tasks.update(sid, { attributes: JSON.stringify({ agent: alice?.sid }) });
    await pass();

    expect(offerOf(sid).workerName).toBe('Alice');
  });
});
