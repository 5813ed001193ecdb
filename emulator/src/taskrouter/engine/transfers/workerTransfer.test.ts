import { createTransferCentre } from '../testing/createTransferCentre';

describe('a transfer to a worker', () => {
  it('COLD: completes on accept, and the initiator wraps up', async () => {
    const { bob, transferTo, pass, attemptsOf, workspace, reservation, transferTypes, current } =
      await createTransferCentre();
    const transfer = transferTo(bob.sid);
    await pass();
    const [offer] = attemptsOf(transfer);

    workspace.reservations.update(offer!.sid, { reservationStatus: 'accepted' });

    expect(workspace.transfers.get(transfer.sid).status).toBe('complete');
    expect(workspace.reservations.get(reservation.sid).reservationStatus).toBe('wrapping');
    expect(current().assignmentStatus).toBe('assigned');
    expect(transferTypes().slice(2)).toEqual([
      'reservation.accepted',
      'task.transfer-completed',
      'reservation.wrapup',
    ]);
  });

  it('WARM: completes on accept, and the initiator stays until he leaves', async () => {
    const { bob, transferTo, pass, attemptsOf, workspace, reservation, current } =
      await createTransferCentre();
    const transfer = transferTo(bob.sid, { mode: 'WARM' });
    await pass();
    workspace.reservations.update(attemptsOf(transfer)[0]!.sid, { reservationStatus: 'accepted' });
    const during = workspace.reservations.get(reservation.sid).reservationStatus;

    workspace.reservations.update(reservation.sid, { reservationStatus: 'wrapping' });

    expect(during).toBe('accepted');
    expect(current().assignmentStatus).toBe('assigned');
  });

  it('leaves the task assigned until the last of both is done', async () => {
    const { bob, transferTo, pass, attemptsOf, workspace, reservation, current } =
      await createTransferCentre();
    const transfer = transferTo(bob.sid);
    await pass();
    const offer = workspace.reservations.update(attemptsOf(transfer)[0]!.sid, {
      reservationStatus: 'accepted',
    });
    const seen: string[] = [];

    for (const [sid, reservationStatus] of [
      [reservation.sid, 'completed'],
      [offer.sid, 'wrapping'],
      [offer.sid, 'completed'],
    ] as const) {
      workspace.reservations.update(sid, { reservationStatus });
      seen.push(current().assignmentStatus);
    }

    expect(seen).toEqual(['assigned', 'wrapping', 'completed']);
  });

  it('WARM: fails when the worker declines', async () => {
    const { bob, transferTo, pass, attemptsOf, workspace, transferTypes, reservation } =
      await createTransferCentre();
    const transfer = transferTo(bob.sid, { mode: 'WARM' });
    await pass();

    workspace.reservations.update(attemptsOf(transfer)[0]!.sid, { reservationStatus: 'rejected' });
    await pass();

    expect(workspace.transfers.get(transfer.sid).status).toBe('failed');
    expect(workspace.reservations.get(reservation.sid).reservationStatus).toBe('accepted');
    expect(transferTypes().slice(2)).toEqual([
      'reservation.rejected',
      'task.transfer-attempt-failed',
      'task.transfer-failed',
    ]);
  });

  it('COLD: when the worker declines, goes by the workflow, possibly back to the initiator', async () => {
    const { alice, bob, carol, transferTo, pass, attemptsOf, workspace, activity, transferTypes } =
      await createTransferCentre();
    workspace.workers.update(carol.sid, { activitySid: activity('Offline').sid });
    const transfer = transferTo(bob.sid);
    await pass();

    workspace.reservations.update(attemptsOf(transfer)[0]!.sid, {
      reservationStatus: 'rejected',
      workerActivitySid: activity('Offline').sid,
    });
    await pass();

    expect(attemptsOf(transfer).map(({ workerSid }) => workerSid)).toEqual([bob.sid, alice.sid]);
    expect(workspace.transfers.get(transfer.sid).status).toBe('initiated');
    expect(transferTypes().slice(2)).toEqual([
      'reservation.rejected',
      'task.transfer-attempt-failed',
      'reservation.created',
    ]);
  });

  it('takes a worker who ignores it to the timeout activity', async () => {
    const { bob, carol, transferTo, pass, attemptsOf, workspace, activity } = await createTransferCentre();
    const transfer = transferTo(bob.sid);
    await pass();

    await pass(30_000);

    expect(workspace.workers.get(bob.sid).activitySid).toBe(activity('Offline').sid);
    expect(attemptsOf(transfer).at(-1)?.workerSid).toBe(carol.sid);
  });

  it('completes the task when it fails after the initiator is done', async () => {
    const { bob, transferTo, pass, attemptsOf, workspace, reservation, current } =
      await createTransferCentre();
    const transfer = transferTo(bob.sid, { mode: 'WARM' });
    await pass();
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });
    const before = current().assignmentStatus;

    workspace.reservations.update(attemptsOf(transfer)[0]!.sid, { reservationStatus: 'rejected' });

    expect([before, current().assignmentStatus]).toEqual(['assigned', 'completed']);
  });

  it('completes the task when it is wrapped up after the initiator is done', async () => {
    const { bob, transferTo, pass, workspace, reservation, taskSid, current } = await createTransferCentre();
    transferTo(bob.sid);
    await pass();
    workspace.reservations.update(reservation.sid, { reservationStatus: 'completed' });

    workspace.tasks.update(taskSid, { assignmentStatus: 'wrapping' });

    expect(current().assignmentStatus).toBe('completed');
  });

  it("COLD: when routed by the workflow, counts the workflow's timeouts anew and fails at their end", async () => {
    const { bob, carol, origin, transferTo, pass, attemptsOf, workspace } = await createTransferCentre();
    const [workflow] = workspace.workflows.list();
    const targets = [{ queue: origin.sid, timeout: 60, expression: 'worker.team == 3' }];
    workspace.workflows.update(workflow!.sid, {
      configuration: JSON.stringify({
        task_routing: { filters: [{ expression: 'kind == "new"', targets }] },
      }),
    });
    workspace.workerChannels.update(carol.sid, 'default', { available: false });
    await pass(3_600_000);
    const transfer = transferTo(bob.sid, { attributes: '{"kind":"new"}' });
    await pass();

    workspace.reservations.update(attemptsOf(transfer)[0]!.sid, { reservationStatus: 'rejected' });
    await pass(59_999);
    const before = workspace.transfers.get(transfer.sid).status;
    await pass(1);

    expect([before, workspace.transfers.get(transfer.sid).status]).toEqual(['initiated', 'failed']);
    expect(attemptsOf(transfer)).toHaveLength(1);
  });

  it('COLD: when the worker declines, leaves the routing target the task was created with aside', async () => {
    const { alice, bob, carol, createTask, pass, accept, workspace, offerOf } = await createTransferCentre();
    const [workflow] = workspace.workflows.list();
    const task = createTask({ routingTarget: alice.sid, workflowSid: workflow!.sid });
    await pass();
    const { sid: reservationSid } = accept(task.sid);
    const from = { taskSid: task.sid, reservationSid, workerSid: alice.sid };
    workspace.transfers.start({ ...from, to: bob.sid, mode: 'COLD' });
    await pass();

    workspace.reservations.update(offerOf(task.sid).sid, { reservationStatus: 'rejected' });
    await pass();

    expect(offerOf(task.sid).workerSid).toBe(carol.sid);
  });
});
