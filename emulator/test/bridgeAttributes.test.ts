import type { Reservation, Worker } from 'twilio-taskrouter';
import { once } from '../src/testing';
import { openBridgeCentre, type BridgeCentre } from './bridgeCentre';

describe('what a worker changes over the event bridge', () => {
  let centre: BridgeCentre;

  beforeEach(async () => {
    centre = await openBridgeCentre();
  });

  afterEach(() => centre.stop());

  const accept = async (worker: Worker): Promise<Reservation> => {
    const offered = once(worker, 'reservationCreated');
    centre.createTask('alice');
    const reservation = await offered;
    const accepted = once(reservation, 'accepted');
    await reservation.accept();
    await accepted;
    return reservation;
  };

  it('is told to the worker when it is the attributes of her task, whoever writes them', async () => {
    const alice = await centre.connect('alice');
    const { task } = await accept(alice);

    const ownWrite = once(task, 'updated');
    await task.setAttributes({ for: 'alice', note: 'mine' });
    await ownWrite;
    expect(task.attributes).toEqual({ for: 'alice', note: 'mine' });

    const otherWrite = once(task, 'updated');
    centre.workspace.tasks.update(task.sid, { attributes: '{"note":"theirs"}' });
    await otherWrite;
    expect(task.attributes).toEqual({ note: 'theirs' });
  });

  it('is refused with 412 when someone else was faster, and taken after reading again', async () => {
    const alice = await centre.connect('alice', { enableVersionCheck: true });
    const { task } = await accept(alice);
    // A writer whose event has not arrived yet: nothing is awaited between the two writes.
    centre.workspace.tasks.update(task.sid, { attributes: '{"note":"theirs"}' });
    const blind = task.setAttributes({ note: 'mine' });

    await expect(blind).rejects.toThrow('status code 412');
    await task.fetchLatestVersion();
    await task.setAttributes({ ...task.attributes, more: 1 });

    expect(JSON.parse(centre.workspace.tasks.get(task.sid).attributes)).toEqual({ note: 'theirs', more: 1 });
  });

  // The SDK (2.1.1) counts a new reservation and a change of a channel as one version of its worker each.
  it('needs no reading again after changes the event bridge told of', async () => {
    const alice = await centre.connect('alice', { enableVersionCheck: true });
    const reservation = await accept(alice);

    await reservation.task.setAttributes({ a: 1 });
    await alice.setAttributes({ name: 'alice', mood: 'good' });
    const [voice] = [...alice.channels.values()].filter((one) => one.taskChannelUniqueName === 'voice');
    const grown = once(voice!, 'capacityUpdated');
    centre.workspace.workerChannels.update(alice.sid, 'voice', { capacity: 2 });
    await grown;
    await alice.setAttributes({ name: 'alice', mood: 'better' });
    const wrapping = once(reservation, 'wrapup');
    await reservation.wrap();
    await wrapping;
    await reservation.complete();

    expect(alice.attributes).toEqual({ name: 'alice', mood: 'better' });
    expect(reservation.status).toBe('completed');
  });

  it('may be her activity, and then pending reservations are rejected if she says so', async () => {
    const alice = await centre.connect('alice');
    const offered = once(alice, 'reservationCreated');
    centre.createTask('alice');
    const reservation = await offered;
    const [rejected, moved] = [once(reservation, 'rejected'), once(alice, 'activityUpdated')];

    const away = alice.activities.get(centre.activitySid('Unavailable'));
    await away?.setAsCurrent({ rejectPendingReservations: true });
    await Promise.all([rejected, moved]);

    expect(alice.activity).toMatchObject({ name: 'Unavailable', isCurrent: true });
    expect(reservation.status).toBe('rejected');
  });

  it('is told to her when an administrator changes her activity, attributes or capacity', async () => {
    const alice = await centre.connect('alice');
    const voice = [...alice.channels.values()].find((one) => one.taskChannelUniqueName === 'voice');
    const { workers, workerChannels } = centre.workspace;

    const moved = once(alice, 'activityUpdated');
    workers.update(alice.sid, { activitySid: centre.activitySid('Offline') });
    await moved;
    const renamed = once(alice, 'attributesUpdated');
    workers.update(alice.sid, { attributes: '{"name":"alicia"}' });
    await renamed;
    const grown = once(voice!, 'capacityUpdated');
    workerChannels.update(alice.sid, 'voice', { capacity: 4 });
    await grown;

    expect(alice.activity.name).toBe('Offline');
    expect(alice.attributes).toEqual({ name: 'alicia' });
    expect(voice?.capacity).toBe(4);
  });

  it('is refused when it makes no sense, with TaskRouter’s own words', async () => {
    const alice = await centre.connect('alice');
    const reservation = await accept(alice);

    await expect(reservation.accept()).rejects.toThrow('status code 400');
    await expect(reservation.task.setAttributes({ long: 'x'.repeat(5_000) })).rejects.toThrow(
      'status code 400',
    );
  });
});
