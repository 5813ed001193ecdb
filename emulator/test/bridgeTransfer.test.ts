import type { OutgoingTransfer, Reservation, Worker } from 'twilio-taskrouter';
import { once } from '../src/testing';
import { openBridgeCentre, type BridgeCentre } from './bridgeCentre';

describe('a transfer over the event bridge', () => {
  let centre: BridgeCentre;
  let alice: Worker;
  let bob: Worker;
  let original: Reservation;

  beforeEach(async () => {
    centre = await openBridgeCentre();
    [alice, bob] = await Promise.all([centre.connect('alice'), centre.connect('bob')]);
    const offered = once(alice, 'reservationCreated');
    centre.createTask('alice');
    original = await offered;
    const accepted = once(original, 'accepted');
    await original.accept();
    await accepted;
  });

  afterEach(() => centre.stop());

  /** Starts a transfer and waits until its initiator has heard of it. */
  const transfer = async (
    to: string,
    options: Parameters<Reservation['task']['transfer']>[1],
  ): Promise<OutgoingTransfer> => {
    const initiated = once(original.task, 'transferInitiated');
    await original.task.transfer(to, options);
    return initiated;
  };

  it.each(['COLD', 'WARM'] as const)('%s to a worker offers him the same task', async (mode) => {
    const offered = once(bob, 'reservationCreated');
    const outgoing = await transfer(bob.sid, { mode });
    expect(outgoing).toMatchObject({ mode, type: 'WORKER', to: bob.sid, status: 'initiated' });
    expect(original.task.transfers.outgoing?.sid).toBe(outgoing.sid);

    const received = await offered;
    expect(received.task.sid).toBe(original.task.sid);
    expect(received.sid).not.toBe(original.sid);
    expect(received.task.transfers.incoming).toMatchObject({
      sid: outgoing.sid,
      mode,
      reservationSid: original.sid,
      workerSid: alice.sid,
    });

    const [completed, accepted] = [once(outgoing, 'completed'), once(received, 'accepted')];
    await received.accept();
    await Promise.all([completed, accepted]);
    expect(outgoing.status).toBe('complete');
    expect(received.status).toBe('accepted');

    const done = once(original, 'completed');
    await original.complete();
    await done;
    expect(centre.workspace.tasks.get(received.task.sid).assignmentStatus).toBe('assigned');
  });

  it('to a queue is offered to one of its workers, with attributes and priority', async () => {
    const offered = once(bob, 'reservationCreated');

    const outgoing = await transfer(centre.queueSid.others, {
      mode: 'COLD',
      attributes: { topic: 'billing' },
      priority: 7,
    });
    const received = await offered;

    expect(outgoing.type).toBe('QUEUE');
    expect(received.task).toMatchObject({ sid: original.task.sid, queueName: 'others', priority: 7 });
    expect(received.task.attributes).toMatchObject({ topic: 'billing' });
  });

  it('to a queue goes on to the next worker when one declines', async () => {
    const carol = await centre.connect('carol');
    const offers = { bob: once(bob, 'reservationCreated'), carol: once(carol, 'reservationCreated') };
    const outgoing = await transfer(centre.queueSid.others, { mode: 'WARM' });
    const first = await Promise.race(Object.values(offers));
    const next = first.workerSid === bob.sid ? offers.carol : offers.bob;

    const attemptFailed = once(outgoing, 'attemptFailed');
    await first.reject({ activitySid: centre.activitySid('Unavailable') });
    await attemptFailed;
    const second = await next;
    const completed = once(outgoing, 'completed');
    await second.accept();
    await completed;

    expect(second.workerSid).not.toBe(first.workerSid);
    expect(outgoing.status).toBe('complete');
  });

  it('COLD that is declined is routed by the original workflow, back to whoever started it', async () => {
    const offered = once(bob, 'reservationCreated');
    const outgoing = await transfer(bob.sid, { mode: 'COLD' });
    const received = await offered;
    const attemptFailed = once(outgoing, 'attemptFailed');
    await received.reject({ activitySid: centre.activitySid('Unavailable') });
    await attemptFailed;

    const back = once(alice, 'reservationCreated');
    await original.complete();
    const again = await back;

    expect(again.task.sid).toBe(original.task.sid);
    expect(again.sid).not.toBe(original.sid);
    expect(again.task.transfers.incoming?.sid).toBe(outgoing.sid);
    await again.accept();
    expect(centre.workspace.transfers.get(outgoing.sid).status).toBe('complete');
  });

  it('that is declined tells its initiator', async () => {
    const offered = once(bob, 'reservationCreated');
    const outgoing = await transfer(bob.sid, { mode: 'WARM' });
    const received = await offered;

    const failed = once(outgoing, 'failed');
    await received.reject();
    await failed;

    expect(outgoing.status).toBe('failed');
    expect(original.status).toBe('accepted');
  });

  it('can be canceled while it is under way, and not after', async () => {
    const offered = once(bob, 'reservationCreated');
    const outgoing = await transfer(bob.sid, { mode: 'WARM' });
    const received = await offered;

    const [canceled, gone] = [once(outgoing, 'canceled'), once(received, 'canceled')];
    await outgoing.cancel();
    await Promise.all([canceled, gone]);

    expect(outgoing.status).toBe('canceled');
    expect(bob.reservations.size).toBe(0);
    await expect(outgoing.cancel()).rejects.toThrow('status code 400');
  });

  it('that is ignored tells its initiator, and takes the worker offline who ignored it', async () => {
    const offered = once(bob, 'reservationCreated');
    const outgoing = await transfer(bob.sid, { mode: 'WARM' });
    const received = await offered;

    const [failed, ended] = [once(outgoing, 'failed'), once(received, 'timeout')];
    await centre.local.clock.advance(120_000);
    await Promise.all([failed, ended]);

    expect(centre.workspace.workers.get(bob.sid).activityName).toBe('Offline');
    expect(outgoing.status).toBe('failed');
  });

  it('WARM leaves both agents on the task, and both hear of it', async () => {
    const offered = once(bob, 'reservationCreated');
    await transfer(bob.sid, { mode: 'WARM' });
    const received = await offered;
    await received.accept();
    const [atAlice, atBob] = [once(original.task, 'updated'), once(received.task, 'updated')];

    centre.workspace.tasks.update(original.task.sid, { attributes: '{"topic":"billing"}' });
    await Promise.all([atAlice, atBob]);

    expect(original.task.attributes).toEqual({ topic: 'billing' });
    expect(received.task.attributes).toEqual({ topic: 'billing' });
  });

  it('is refused to nobody, and while another is under way', async () => {
    const nobody = `WK${'f'.repeat(32)}`;

    await expect(original.task.transfer(nobody, { mode: 'WARM' })).rejects.toThrow('status code 4');
    await transfer(bob.sid, { mode: 'WARM' });
    await expect(original.task.transfer(centre.queueSid.others, { mode: 'WARM' })).rejects.toThrow(
      'status code 400',
    );
  });

  it('under way is known to a session that opens later', async () => {
    const offered = once(bob, 'reservationCreated');
    const outgoing = await transfer(bob.sid, { mode: 'WARM' });
    await offered;

    const [reloadedAlice, reloadedBob] = await Promise.all([centre.connect('alice'), centre.connect('bob')]);

    const [mine] = [...reloadedAlice.reservations.values()];
    const [theirs] = [...reloadedBob.reservations.values()];
    expect(mine?.task.transfers.outgoing).toMatchObject({ sid: outgoing.sid, status: 'initiated' });
    expect(theirs?.task.transfers.incoming?.sid).toBe(outgoing.sid);
  });
});
