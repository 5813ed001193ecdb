import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';

const openCentre = (reservationTimeout = 30): ContactCentre => {
  const centre = createContactCentre();
  centre.addWorkflow({ default_filter: { queue: centre.addQueue().sid } }, reservationTimeout);
  return centre;
};

describe('a reservation that runs out', () => {
  it('takes its worker to the timeout activity and its task back to pending', async () => {
    const { addWorker, createTask, pass, task, workspace, activity, events } = openCentre();
    const alice = addWorker('Alice');
    const { sid } = createTask();
    await pass();
    events.length = 0;

    await pass(30_000);

    expect(workspace.workers.get(alice.sid)).toMatchObject({
      activitySid: activity('Offline').sid,
      available: false,
      version: 2,
    });
    expect(task(sid)).toMatchObject({ assignmentStatus: 'pending', version: 2 });
    expect(events.map(({ type }) => type)).toEqual(['reservation.timeout', 'worker.activity.update']);
    expect(events[1]).toMatchObject({
      previousActivity: { friendlyName: 'Available' },
      timeInPreviousActivityMs: 30_000,
    });
  });

  it('is followed by an offer to the next worker', async () => {
    const { addWorker, createTask, pass, offerOf } = openCentre();
    addWorker('Alice');
    addWorker('Bob');
    const { sid } = createTask();
    await pass();
    const first = offerOf(sid).workerName;

    await pass(30_000);

    expect([first, offerOf(sid).workerName]).toEqual(['Alice', 'Bob']);
  });

  it('does not run out once accepted', async () => {
    const { addWorker, createTask, pass, accept, task, workspace } = openCentre();
    const alice = addWorker('Alice');
    const { sid } = createTask();
    await pass();
    accept(sid);

    await pass(31_000);

    expect(task(sid).assignmentStatus).toBe('assigned');
    expect(workspace.workers.get(alice.sid).available).toBe(true);
  });
});

describe('a rejected reservation', () => {
  it('may be followed by an offer to the same worker', async () => {
    const { addWorker, createTask, pass, offerOf, workspace } = openCentre();
    addWorker('Alice');
    const { sid } = createTask();
    await pass();
    const first = offerOf(sid);

    workspace.reservations.update(first.sid, { reservationStatus: 'rejected' });
    await pass();

    expect(offerOf(sid).sid).not.toBe(first.sid);
    expect(offerOf(sid).workerName).toBe('Alice');
  });

  it('moves the worker only to the activity it names', async () => {
    const { addWorker, createTask, pass, offerOf, offersOf, workspace, activity } = openCentre();
    const alice = addWorker('Alice');
    const { sid } = createTask();
    await pass();

    workspace.reservations.update(offerOf(sid).sid, {
      reservationStatus: 'rejected',
      workerActivitySid: activity('Unavailable').sid,
    });
    await pass();

    expect(workspace.workers.get(alice.sid).activityName).toBe('Unavailable');
    expect(offersOf(sid)).toEqual([]);
  });

  it('lets another waiting worker be asked first', async () => {
    const { addWorker, createTask, pass, offerOf, workspace } = openCentre();
    addWorker('Alice');
    addWorker('Bob');
    const { sid } = createTask();
    await pass();

    workspace.reservations.update(offerOf(sid).sid, { reservationStatus: 'rejected' });
    await pass();

    expect(offerOf(sid).workerName).toBe('Bob');
  });
});

describe('a task nobody takes', () => {
  it('is canceled after 1,000 assignments', async () => {
    const { addWorker, createTask, pass, offersOf, task, workspace } = openCentre();
    addWorker('Alice');
    const { sid } = createTask();
    await pass();

    let rejections = 0;
    for (let [offer] = offersOf(sid); offer; [offer] = offersOf(sid)) {
      workspace.reservations.update(offer.sid, { reservationStatus: 'rejected' });
      rejections += 1;
      await pass();
    }

    expect(rejections).toBe(1000);
    expect(task(sid).assignmentStatus).toBe('canceled');
  });
});
