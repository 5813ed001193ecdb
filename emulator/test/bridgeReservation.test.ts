import { once } from '../src/testing';
import { openBridgeCentre, type BridgeCentre } from './bridgeCentre';

describe('a reservation over the event bridge', () => {
  let centre: BridgeCentre;

  beforeEach(async () => {
    centre = await openBridgeCentre();
  });

  afterEach(() => centre.stop());

  it('is offered, accepted, wrapped and completed', async () => {
    const alice = await centre.connect('alice');
    const offered = once(alice, 'reservationCreated');

    const task = centre.createTask('alice', { caller: 'client:customer' });
    const reservation = await offered;
    expect(reservation).toMatchObject({ status: 'pending', timeout: 120, workerSid: alice.sid });
    expect(reservation.task).toMatchObject({
      sid: task.sid,
      status: 'reserved',
      queueName: 'alice',
      workflowName: 'by name',
      attributes: { for: 'alice', caller: 'client:customer' },
    });

    const accepted = once(reservation, 'accepted');
    await reservation.accept();
    await accepted;
    expect([reservation.status, reservation.task.status]).toEqual(['accepted', 'assigned']);

    const wrapping = once(reservation, 'wrapup');
    await reservation.wrap();
    await wrapping;
    expect([reservation.status, reservation.task.status]).toEqual(['wrapping', 'wrapping']);

    const completed = once(reservation, 'completed');
    await reservation.complete();
    await completed;
    expect([reservation.status, reservation.task.status]).toEqual(['completed', 'completed']);
    expect(alice.reservations.size).toBe(0);
  });

  it('is rejected into another activity, so that the task waits', async () => {
    const alice = await centre.connect('alice');
    const offered = once(alice, 'reservationCreated');
    const task = centre.createTask('alice');
    const reservation = await offered;

    const [rejected, moved] = [once(reservation, 'rejected'), once(alice, 'activityUpdated')];
    await reservation.reject({ activitySid: centre.activitySid('Unavailable') });
    await Promise.all([rejected, moved]);

    expect(alice.activity.name).toBe('Unavailable');
    expect(alice.reservations.size).toBe(0);
    expect(centre.workspace.tasks.get(task.sid).assignmentStatus).toBe('pending');
  });

  it('times out, and takes the worker offline', async () => {
    const alice = await centre.connect('alice');
    const offered = once(alice, 'reservationCreated');
    centre.createTask('alice');
    const reservation = await offered;

    const [ended, moved] = [once(reservation, 'timeout'), once(alice, 'activityUpdated')];
    await centre.local.clock.advance(120_000);
    await Promise.all([ended, moved]);

    expect(reservation.status).toBe('timeout');
    expect(alice.activity.name).toBe('Offline');
    expect(alice.reservations.size).toBe(0);
  });

  it('is canceled together with its task', async () => {
    const alice = await centre.connect('alice');
    const offered = once(alice, 'reservationCreated');
    const task = centre.createTask('alice');
    const reservation = await offered;

    const [reservationEnds, taskEnds] = [once(reservation, 'canceled'), once(reservation.task, 'canceled')];
    centre.workspace.tasks.update(task.sid, { assignmentStatus: 'canceled', reason: 'caller hung up' });
    await Promise.all([reservationEnds, taskEnds]);

    expect(reservation.task).toMatchObject({ status: 'canceled', reason: 'caller hung up' });
    expect(alice.reservations.size).toBe(0);
  });

  it('ends with its task when that is wrapped up and completed', async () => {
    const alice = await centre.connect('alice');
    const offered = once(alice, 'reservationCreated');
    centre.createTask('alice');
    const reservation = await offered;
    await reservation.accept();

    const wrapping = once(reservation.task, 'wrapup');
    await reservation.task.wrapUp({ reason: 'done talking' });
    await wrapping;
    const [taskEnds, reservationEnds] = [once(reservation.task, 'completed'), once(reservation, 'completed')];
    await reservation.task.complete('done');
    await Promise.all([taskEnds, reservationEnds]);

    expect(reservation.task).toMatchObject({ status: 'completed', reason: 'done' });
  });

  it('keeps the instruction of a conference for whoever connects calls', async () => {
    const alice = await centre.connect('alice');
    const offered = once(alice, 'reservationCreated');
    centre.createTask('alice');
    const reservation = await offered;

    await reservation.conference({ to: 'client:alice', endConferenceOnExit: true });

    expect(centre.workspace.reservations.get(reservation.sid).instruction).toEqual({
      name: 'conference',
      parameters: { To: 'client:alice', EndConferenceOnExit: 'true' },
    });
  });

  it('is there again, with its task, for a session that opens later', async () => {
    const alice = await centre.connect('alice');
    const offered = once(alice, 'reservationCreated');
    centre.createTask('alice');
    const reservation = await offered;
    await reservation.accept();

    const reloaded = await centre.connect('alice');

    const [again] = [...reloaded.reservations.values()];
    expect(again).toMatchObject({ sid: reservation.sid, status: 'accepted' });
    expect(again?.task.attributes).toEqual({ for: 'alice' });
    await expect(again?.fetchLatestVersion()).resolves.toMatchObject({ status: 'accepted' });
  });

  it('is what a worker gets who creates a task for herself', async () => {
    const alice = await centre.connect('alice');
    const offered = once(alice, 'reservationCreated');

    const taskSid = await alice.createTask(
      'client:customer',
      'client:alice',
      centre.workflowSid,
      centre.queueSid.alice,
      { attributes: { outbound: 'yes' }, taskChannelUniqueName: 'voice' },
    );

    const { task } = await offered;
    expect(task.sid).toBe(taskSid);
    expect(task.routingTarget).toBe(alice.sid);
    expect(task.attributes).toEqual({
      outbound: 'yes',
      outbound_to: 'client:customer',
      from: 'client:alice',
    });
  });
});
