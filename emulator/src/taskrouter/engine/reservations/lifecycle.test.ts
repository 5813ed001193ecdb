import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';
import { refusalOf } from '../testing/refusalOf';

const openCentre = (): ContactCentre => {
  const centre = createContactCentre();
  centre.addWorkflow({ default_filter: { queue: centre.addQueue().sid } });
  centre.addWorker('Alice');
  centre.events.length = 0;
  return centre;
};

describe('the life of a reservation', () => {
  it('tells its events in the order of a live account', async () => {
    const { createTask, pass, accept, workspace, typesOf } = openCentre();

    const task = createTask();
    await pass();
    const reservation = accept(task.sid);
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });

    expect(typesOf()).toEqual([
      'workflow.entered',
      'task-queue.entered',
      'task.created',
      'workflow.target-matched',
      'reservation.created',
      'reservation.accepted',
      'task.completed',
      'reservation.completed',
      'task.updated',
    ]);
  });

  it('is made after the create has answered', async () => {
    const { createTask, pass, task, offerOf } = openCentre();

    const created = createTask();
    await pass();

    expect(created).toMatchObject({ assignmentStatus: 'pending', version: 0 });
    expect(task(created.sid)).toMatchObject({ assignmentStatus: 'reserved', version: 1 });
    expect(offerOf(created.sid)).toMatchObject({ workerName: 'Alice', reservationTimeout: 120, version: 0 });
  });

  it('takes its task to wrapping and then completes it', async () => {
    const { createTask, pass, accept, workspace, task, typesOf } = openCentre();
    const { sid } = createTask();
    await pass();
    const reservation = accept(sid);

    workspace.reservations.update(reservation.sid, { reservationStatus: 'wrapping' });
    const wrapping = task(sid);
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });

    expect(wrapping).toMatchObject({ assignmentStatus: 'wrapping', version: 3 });
    expect(task(sid)).toMatchObject({ assignmentStatus: 'completed', version: 4 });
    expect(typesOf(sid).slice(-5)).toEqual([
      'task.wrapup',
      'reservation.wrapup',
      'task.completed',
      'reservation.completed',
      'task.updated',
    ]);
  });

  it.each([
    ['accepted', 'accepted'],
    ['rejected', 'accepted'],
    ['wrapping', 'wrapping'],
    ['accepted', 'completed'],
    ['completed', 'completed'],
  ])('cannot become %s when it is %s', async (asked, current) => {
    const { createTask, pass, accept, workspace } = openCentre();
    const { sid } = createTask();
    await pass();
    const reservation = accept(sid);
    if (current !== 'accepted')
      workspace.reservations.update(reservation.sid, { reservationStatus: current });

    const refusal = refusalOf(() =>
      workspace.reservations.update(reservation.sid, { reservationStatus: asked }),
    );

    expect(refusal).toMatchObject({ status: 400, code: 20001 });
  });

  it('cannot be put into a state only TaskRouter gives', async () => {
    const { createTask, pass, offerOf, workspace } = openCentre();
    const { sid } = createTask();
    await pass();

    const refusal = refusalOf(() =>
      workspace.reservations.update(offerOf(sid).sid, { reservationStatus: 'rescinded' }),
    );

    expect(refusal.message).toContain('ReservationStatus');
  });

  it('is changed only at the version asked for', async () => {
    const { createTask, pass, offerOf, workspace } = openCentre();
    const { sid } = createTask();
    await pass();
    const offer = offerOf(sid);

    const refusal = refusalOf(() =>
      workspace.reservations.update(offer.sid, { reservationStatus: 'accepted', ifVersion: 7 }),
    );
    const accepted = workspace.reservations.update(offer.sid, {
      reservationStatus: 'accepted',
      ifVersion: 0,
    });

    expect(refusal).toMatchObject({ status: 412, code: 20412 });
    expect(accepted).toMatchObject({ reservationStatus: 'accepted', version: 1 });
  });

  it('is forgotten with its task', async () => {
    const { createTask, pass, accept, workspace } = openCentre();
    const { sid } = createTask();
    await pass();
    const reservation = accept(sid);
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });

    await pass(300_000);

    expect(workspace.reservations.list()).toEqual([]);
    expect(workspace.reservations.ofWorker(reservation.workerSid)).toEqual([]);
    expect(refusalOf(() => workspace.reservations.get(reservation.sid))).toMatchObject({ code: 20404 });
  });
});
