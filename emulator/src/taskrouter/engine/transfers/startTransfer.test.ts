import { createTransferCentre } from '../testing/createTransferCentre';
import { refusalOf } from '../testing/refusalOf';

describe('starting a transfer', () => {
  it('offers the same task to the named worker, who sees the transfer', async () => {
    const { bob, transferTo, pass, attemptsOf, events, transferTypes, current, taskSid } =
      await createTransferCentre();

    const transfer = transferTo(bob.sid);
    await pass();

    expect(attemptsOf(transfer)).toMatchObject([
      { taskSid, workerSid: bob.sid, reservationStatus: 'pending', transferSid: transfer.sid },
    ]);
    expect(transferTypes()).toEqual(['task.transfer-initiated', 'reservation.created']);
    expect(events.at(-1)).toMatchObject({
      transfer: { sid: transfer.sid, status: 'initiated', type: 'WORKER' },
    });
    expect(current().assignmentStatus).toBe('assigned');
  });

  it('merges its attributes into those of the task and applies its priority', async () => {
    const { bob, transferTo, current } = await createTransferCentre();

    transferTo(bob.sid, { attributes: '{"kind":"new"}', priority: 8 });

    expect(JSON.parse(current().attributes)).toEqual({ caller: 'C', kind: 'new' });
    expect(current().priority).toBe(8);
  });

  it('is refused while another one is under way', async () => {
    const { bob, carol, transferTo } = await createTransferCentre();
    transferTo(bob.sid);

    expect(refusalOf(() => transferTo(carol.sid))).toMatchObject({ status: 400, code: 20001 });
  });

  it('is refused when the reservation is not accepted, or another worker’s', async () => {
    const { bob, carol, transferTo, workspace, reservation } = await createTransferCentre();

    const foreign = refusalOf(() => transferTo(bob.sid, { workerSid: carol.sid }));
    workspace.reservations.update(reservation.sid, { reservationStatus: 'wrapping' });
    const late = refusalOf(() => transferTo(bob.sid));

    expect([foreign.code, late.code]).toEqual([20001, 20001]);
  });

  it.each([
    ['an unknown target', { to: 'WK0' }],
    ['the worker himself', {}],
    ['attributes that are no JSON', { attributes: 'x' }],
    ['attributes that grow too long', { attributes: JSON.stringify({ text: 'x'.repeat(4080) }) }],
    ['a priority below 0', { priority: -1 }],
  ])('is refused for %s and changes nothing', async (_, options) => {
    const { alice, bob, transferTo, workspace, current, events } = await createTransferCentre();
    const before = current();

    const refusal = refusalOf(() =>
      transferTo(Object.keys(options).length > 0 ? bob.sid : alice.sid, options),
    );

    expect(refusal).toMatchObject({ status: 400, code: 20001 });
    expect(current()).toBe(before);
    expect(workspace.transfers.list()).toEqual([]);
    expect(events).toEqual([]);
  });

  it('fails with a word of capacity when the named worker has none', async () => {
    const { bob, transferTo, pass, workspace, transferTypes, current } = await createTransferCentre();
    workspace.workerChannels.update(bob.sid, 'default', { capacity: 0 });

    const transfer = transferTo(bob.sid);
    await pass();

    const failed = workspace.transfers.get(transfer.sid);
    expect(failed.status).toBe('failed');
    expect(failed.failedReason).toContain('capacity');
    expect(transferTypes()).toEqual(['task.transfer-initiated', 'task.transfer-failed']);
    expect(current().assignmentStatus).toBe('assigned');
  });

  it('replaces the attributes when the engine is told to', async () => {
    const { bob, transferTo, current } = await createTransferCentre({ transferAttributes: 'replace' });

    transferTo(bob.sid, { attributes: '{"kind":"new"}' });

    expect(JSON.parse(current().attributes)).toEqual({ kind: 'new' });
  });
});
