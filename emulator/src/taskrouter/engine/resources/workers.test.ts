import { createContactCentre } from '../testing/createContactCentre';
import { refusalOf } from '../testing/refusalOf';

describe('workers', () => {
  it('begin in the default activity with a channel of capacity 1 for every task channel', () => {
    const { workspace, activity } = createContactCentre();

    const worker = workspace.workers.create({ friendlyName: 'Alice' });

    expect(worker).toMatchObject({ activitySid: activity('Offline').sid, available: false, version: 0 });
    expect(
      workspace.workerChannels
        .list(worker.sid)
        .map(({ taskChannelUniqueName, configuredCapacity }) => [taskChannelUniqueName, configuredCapacity]),
    ).toEqual(['default', 'voice', 'chat', 'sms', 'video'].map((name) => [name, 1]));
  });

  it('have unique names, whatever the case', () => {
    const { addWorker, workspace } = createContactCentre();
    addWorker('Alice');
    const bob = addWorker('Bob');

    const created = refusalOf(() => addWorker('ALICE'));
    const renamed = refusalOf(() => workspace.workers.update(bob.sid, { friendlyName: 'alice' }));

    expect(created).toMatchObject({
      code: 20001,
      message: 'Worker with the same friendly name already exists',
    });
    expect(renamed.code).toBe(20001);
    expect(workspace.workers.update(bob.sid, { friendlyName: 'BOB' }).friendlyName).toBe('BOB');
  });

  it('give their name free when they take another', () => {
    const { addWorker, workspace } = createContactCentre();
    const alice = addWorker('Alice');

    workspace.workers.update(alice.sid, { friendlyName: 'Alicia' });

    expect(addWorker('Alice').friendlyName).toBe('Alice');
  });

  it('grow a version with every change and refuse a stale one', () => {
    const { addWorker, workspace, activity } = createContactCentre();
    const { sid } = addWorker('Alice');

    workspace.workers.update(sid, { attributes: '{"a":1}', ifVersion: 0 });
    const moved = workspace.workers.update(sid, { activitySid: activity('Offline').sid });
    const refusal = refusalOf(() => workspace.workers.update(sid, { attributes: '{}', ifVersion: 0 }));

    expect(moved.version).toBe(2);
    expect(refusal).toMatchObject({ status: 412, code: 20412 });
  });

  it('count a new reservation and a change of a channel as a version, as the worker SDK does', async () => {
    const { addQueue, addWorker, createTask, pass, accept, workspace } = createContactCentre();
    const { sid } = addWorker('Alice');
    const task = createTask({ routingTarget: addQueue().sid });
    await pass();
    const versions = [workspace.workers.get(sid).version];

    const reservation = accept(task.sid);
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });
    versions.push(workspace.workers.get(sid).version);
    workspace.workerChannels.update(sid, 'chat', { capacity: 2, available: false });
    versions.push(workspace.workers.get(sid).version);

    expect(versions).toEqual([1, 1, 3]);
  });

  it('keep pending reservations through activities unless they ask to reject them', async () => {
    const { addQueue, addWorkflow, addWorker, createTask, pass, offersOf, workspace, activity } =
      createContactCentre();
    addWorkflow({ default_filter: { queue: addQueue().sid } });
    const { sid } = addWorker('Alice');
    const task = createTask();
    await pass();

    const { sid: unavailable } = activity('Unavailable');
    workspace.workers.update(sid, { activitySid: unavailable });
    const kept = offersOf(task.sid).length;
    workspace.workers.update(sid, { activitySid: unavailable, rejectPendingReservations: true });
    const refusal = refusalOf(() =>
      workspace.workers.update(sid, {
        activitySid: activity('Available').sid,
        rejectPendingReservations: true,
      }),
    );

    expect([kept, offersOf(task.sid).length]).toEqual([1, 0]);
    expect(refusal.code).toBe(20001);
  });

  it('cannot be deleted while they have reservations', async () => {
    const { addQueue, addWorkflow, addWorker, createTask, pass, accept, workspace, events } =
      createContactCentre();
    addWorkflow({ default_filter: { queue: addQueue().sid } });
    const { sid } = addWorker('Alice');
    const task = createTask();
    await pass();
    const reservation = accept(task.sid);

    const refusal = refusalOf(() => {
      workspace.workers.delete(sid);
    });
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });
    workspace.workers.delete(sid);

    expect(refusal).toMatchObject({ status: 400, code: 20001 });
    expect(workspace.workers.find(sid)).toBeUndefined();
    expect(events.at(-1)).toMatchObject({ type: 'worker.deleted', worker: { sid } });
  });
});

describe('worker channels', () => {
  it('tell of capacity and availability separately, with the capacity before', () => {
    const { addWorker, workspace, events } = createContactCentre();
    const { sid } = addWorker('Alice');
    events.length = 0;

    workspace.workerChannels.update(sid, 'chat', { capacity: 4 });
    const channel = workspace.workerChannels.update(sid, 'chat', { available: false });

    expect(events).toMatchObject([
      { type: 'worker.capacity.update', previousCapacity: 1, workerChannel: { configuredCapacity: 4 } },
      { type: 'worker.channel.availability.update', workerChannel: { available: false } },
    ]);
    expect(workspace.workerChannels.get(sid, channel.sid)).toBe(channel);
  });

  it('count an offer as capacity and an accepted one as a task, in percents rounded down', async () => {
    const { addQueue, addWorkflow, addWorker, createTask, pass, accept, workspace } = createContactCentre();
    addWorkflow({ default_filter: { queue: addQueue().sid } });
    const { sid } = addWorker('Alice', {}, 3);
    const figures = (): readonly number[] => {
      const channel = workspace.workerChannels.get(sid, 'default');
      return [channel.assignedTasks, channel.availableCapacityPercentage];
    };
    const task = createTask();
    await pass();
    const seen = [figures()];

    const reservation = accept(task.sid);
    seen.push(figures());
    workspace.reservations.update(reservation.sid, { reservationStatus: 'wrapping' });
    seen.push(figures());
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });
    seen.push(figures());

    expect(seen).toEqual([
      [0, 66],
      [1, 66],
      [1, 66],
      [0, 100],
    ]);
  });

  it('give the room of a declined offer back without counting a task', async () => {
    const { addQueue, addWorkflow, addWorker, createTask, pass, offerOf, workspace } = createContactCentre();
    addWorkflow({ default_filter: { queue: addQueue().sid } });
    const { sid } = addWorker('Alice');
    const task = createTask();
    await pass();

    const { sid: offer } = offerOf(task.sid);
    workspace.reservations.update(offer, { reservationStatus: 'rejected' });

    expect(workspace.workerChannels.get(sid, 'default')).toMatchObject({
      assignedTasks: 0,
      availableCapacityPercentage: 100,
    });
  });

  it.each([-1, 51, 1.5])('refuse a capacity of %d', (capacity) => {
    const { addWorker, workspace } = createContactCentre();
    const { sid } = addWorker('Alice');

    expect(refusalOf(() => workspace.workerChannels.update(sid, 'chat', { capacity })).code).toBe(20001);
  });
});
