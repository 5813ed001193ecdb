import type { Transfer } from '../model';
import { createTransferCentre, type TransferCentre } from '../testing/createTransferCentre';

/** Starts a transfer to a queue of Bob and Carol. */
const transferToTeam = async (
  mode: 'WARM' | 'COLD' = 'COLD',
): Promise<TransferCentre & { transfer: Transfer; queueSid: string }> => {
  const centre = await createTransferCentre();
  const { sid: queueSid } = centre.addQueue({ targetWorkers: 'team >= 1' });
  const transfer = centre.transferTo(queueSid, { mode });
  await centre.pass();
  return { ...centre, transfer, queueSid };
};

describe('a transfer to a queue', () => {
  it('is never offered to its initiator, who goes on with what else waits', async () => {
    const { alice, addQueue, createTask, transferTo, pass, attemptsOf, offerOf, workspace } =
      await createTransferCentre();
    const queue = addQueue({ targetWorkers: 'team == 1' });
    workspace.workerChannels.update(alice.sid, 'default', { capacity: 1 });
    const transfer = transferTo(queue.sid);
    const { sid } = createTask({ routingTarget: queue.sid });
    await pass();

    workspace.workerChannels.update(alice.sid, 'default', { capacity: 2 });
    await pass();

    expect(attemptsOf(transfer)).toEqual([]);
    expect(offerOf(sid).workerSid).toBe(alice.sid);
  });

  it('is offered to one of the queue', async () => {
    const { transfer, attemptsOf, bob, current, queueSid } = await transferToTeam();

    expect(transfer.type).toBe('QUEUE');
    expect(attemptsOf(transfer).map(({ workerSid }) => workerSid)).toEqual([bob.sid]);
    expect(current().taskQueueSid).toBe(queueSid);
  });

  it.each(['WARM', 'COLD'] as const)('%s: is offered to the next when one declines', async (mode) => {
    const { transfer, attemptsOf, bob, carol, workspace, pass, transferTypes } = await transferToTeam(mode);

    workspace.reservations.update(attemptsOf(transfer)[0]!.sid, { reservationStatus: 'rejected' });
    await pass();

    expect(attemptsOf(transfer).map(({ workerSid }) => workerSid)).toEqual([bob.sid, carol.sid]);
    expect(transferTypes().slice(2)).toEqual([
      'reservation.rejected',
      'task.transfer-attempt-failed',
      'reservation.created',
    ]);
  });

  it('waits in the queue while nobody is free', async () => {
    const centre = await createTransferCentre();
    const { workspace, bob, addQueue, transferTo, pass, attemptsOf, activity } = centre;
    const queue = addQueue({ targetWorkers: 'team == 2' });
    workspace.workers.update(bob.sid, { activitySid: activity('Unavailable').sid });
    const transfer = transferTo(queue.sid);
    await pass(3_600_000);
    const before = attemptsOf(transfer).length;

    workspace.workers.update(bob.sid, { activitySid: activity('Available').sid });
    await pass();

    expect([before, attemptsOf(transfer).length]).toEqual([0, 1]);
  });

  it('gives up after 1,000 offers', async () => {
    const { transfer, attemptsOf, workspace, pass } = await transferToTeam();

    for (let offer = attemptsOf(transfer).at(-1); offer?.reservationStatus === 'pending';) {
      workspace.reservations.update(offer.sid, { reservationStatus: 'rejected' });
      await pass();
      offer = attemptsOf(transfer).at(-1);
    }

    expect(attemptsOf(transfer)).toHaveLength(1000);
    expect(workspace.transfers.get(transfer.sid).status).toBe('failed');
  });
});
