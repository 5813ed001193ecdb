import { createContactCentre, type ContactCentre } from '../testing/createContactCentre';

const openCentre = (maxReservedWorkers: number, workers: number): ContactCentre => {
  const centre = createContactCentre();
  centre.addWorkflow({ default_filter: { queue: centre.addQueue({ maxReservedWorkers }).sid } });
  for (let index = 0; index < workers; index += 1) centre.addWorker(`Worker ${index}`);
  return centre;
};

describe('max_reserved_workers', () => {
  it('offers one task to several workers in one transition', async () => {
    const { createTask, pass, offersOf, task } = openCentre(3, 5);

    const { sid } = createTask();
    await pass();

    expect(offersOf(sid).map(({ workerName }) => workerName)).toEqual(['Worker 0', 'Worker 1', 'Worker 2']);
    expect(task(sid)).toMatchObject({ assignmentStatus: 'reserved', version: 1 });
  });

  it('lets the first accept win and rescinds the rest', async () => {
    const { createTask, pass, offersOf, workspace, task, typesOf } = openCentre(3, 3);
    const { sid } = createTask();
    await pass();
    const [, second] = offersOf(sid);

    workspace.reservations.update(second!.sid, { reservationStatus: 'accepted' });

    expect(workspace.reservations.ofTask(sid).map(({ reservationStatus }) => reservationStatus)).toEqual([
      'rescinded',
      'accepted',
      'rescinded',
    ]);
    expect(task(sid).assignmentStatus).toBe('assigned');
    expect(typesOf(sid).slice(-3)).toEqual([
      'reservation.accepted',
      'reservation.rescinded',
      'reservation.rescinded',
    ]);
  });

  it('keeps the task reserved until the last of them declines', async () => {
    const { createTask, pass, offersOf, workspace, task } = openCentre(2, 2);
    const { sid } = createTask();
    await pass();
    const [first, second] = offersOf(sid);

    workspace.reservations.update(first!.sid, { reservationStatus: 'rejected' });
    const between = task(sid).assignmentStatus;
    workspace.reservations.update(second!.sid, { reservationStatus: 'rejected' });

    expect([between, task(sid).assignmentStatus]).toEqual(['reserved', 'pending']);
  });

  it('gives rescinded workers the next task', async () => {
    const { createTask, pass, offersOf, workspace } = openCentre(2, 2);
    const { sid } = createTask();
    await pass();
    const waiting = createTask();
    await pass();

    workspace.reservations.update(offersOf(sid)[0]!.sid, { reservationStatus: 'accepted' });
    await pass();

    expect(offersOf(waiting.sid).map(({ workerName }) => workerName)).toEqual(['Worker 1']);
  });
});
