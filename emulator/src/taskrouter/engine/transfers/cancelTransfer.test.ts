import { createTransferCentre } from '../testing/createTransferCentre';
import { refusalOf } from '../testing/refusalOf';

describe('canceling a transfer', () => {
  it('takes the offer back and leaves the task with its initiator', async () => {
    const { alice, bob, transferTo, pass, attemptsOf, workspace, transferTypes, current } =
      await createTransferCentre();
    const transfer = transferTo(bob.sid);
    await pass();

    const canceled = workspace.transfers.cancel(transfer.sid, alice.sid);

    expect(canceled.status).toBe('canceled');
    expect(attemptsOf(transfer)).toMatchObject([{ reservationStatus: 'canceled' }]);
    expect(transferTypes().slice(2)).toEqual(['reservation.canceled', 'task.transfer-canceled']);
    expect(current().assignmentStatus).toBe('assigned');
  });

  it('takes the task back to the queue it came from', async () => {
    const { alice, origin, addQueue, transferTo, pass, workspace, current } = await createTransferCentre();
    const transfer = transferTo(addQueue({ targetWorkers: null }).sid);
    await pass();

    workspace.transfers.cancel(transfer.sid, alice.sid);
    await pass();

    expect(current().taskQueueSid).toBe(origin.sid);
  });

  it('is refused once the transfer is over', async () => {
    const { alice, bob, transferTo, pass, attemptsOf, workspace } = await createTransferCentre();
    const transfer = transferTo(bob.sid);
    await pass();
    workspace.reservations.update(attemptsOf(transfer)[0]!.sid, { reservationStatus: 'accepted' });

    const refusal = refusalOf(() => workspace.transfers.cancel(transfer.sid, alice.sid));

    expect(refusal).toMatchObject({ status: 400, code: 20001 });
  });

  it('is refused to anybody but the initiator', async () => {
    const { bob, transferTo, workspace } = await createTransferCentre();
    const transfer = transferTo(bob.sid);

    const refusal = refusalOf(() => workspace.transfers.cancel(transfer.sid, bob.sid));

    expect(refusal).toMatchObject({ status: 400, code: 20001 });
  });

  it('happens by itself when the task is completed', async () => {
    const { bob, transferTo, pass, attemptsOf, workspace, taskSid } = await createTransferCentre();
    const transfer = transferTo(bob.sid);
    await pass();

    workspace.tasks.update(taskSid, { assignmentStatus: 'completed' });

    expect(workspace.transfers.get(transfer.sid).status).toBe('canceled');
    expect(attemptsOf(transfer)).toMatchObject([{ reservationStatus: 'canceled' }]);
  });

  it('is forgotten with the task', async () => {
    const { bob, transferTo, pass, workspace, taskSid } = await createTransferCentre();
    const transfer = transferTo(bob.sid);
    workspace.tasks.update(taskSid, { assignmentStatus: 'completed' });

    await pass(300_000);

    expect(workspace.transfers.list()).toEqual([]);
    expect(refusalOf(() => workspace.transfers.get(transfer.sid)).code).toBe(20404);
  });

  it('completes the task when its initiator is done already', async () => {
    const { alice, bob, transferTo, pass, workspace, reservation, current } = await createTransferCentre();
    const transfer = transferTo(bob.sid);
    await pass();
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });

    workspace.transfers.cancel(transfer.sid, alice.sid);

    expect(current().assignmentStatus).toBe('completed');
  });

  it('happens by itself when the task is deleted', async () => {
    const { bob, transferTo, pass, workspace, taskSid, transferTypes } = await createTransferCentre();
    transferTo(bob.sid);
    await pass();

    workspace.tasks.delete(taskSid);

    expect(transferTypes().slice(2)).toEqual([
      'reservation.canceled',
      'task.transfer-canceled',
      'task.deleted',
      'reservation.completed',
    ]);
  });
});
