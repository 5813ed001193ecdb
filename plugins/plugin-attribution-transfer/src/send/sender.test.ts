/** @jest-environment node */
import { billing, bob, bobAccepted, cold, openAlice, settle, sid } from '../testing/alice';
import { attemptView, NOON } from '../testing/attempt';
import { queueSid, reservationSid, workerSid } from '../testing/sids';
import { callTask } from '../testing/tasks';

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a click on a queue', () => {
  it('rejects, and A is told, when the service refuses', async () => {
    const { sender, service, flex } = openAlice();
    service.answer('create-attribution-task', { fails: 'reservation_not_held' });

    await expect(sender.ask(sid, billing, cold)).rejects.toThrow('The transfer has not begun.');
    expect(flex.shown).toEqual(['TransferFailed']);
  });

  it('rejects when another transfer is open, and leaves that alone', async () => {
    const { sender, flex, stage } = openAlice();
    await sender.ask(sid, billing, cold);

    await expect(sender.ask(sid, queueSid('Support'), cold)).rejects.toThrow();

    expect(flex.shown).toEqual(['PatchbayTransferOtherOpen']);
    expect(stage()).toBe('waiting');
  });

  it('rejects when Flex does not know the call any more', async () => {
    const { sender } = openAlice();
    const gone = reservationSid('gone');

    await expect(sender.ask(gone, billing, cold)).rejects.toThrow('There is no such call.');
    expect(sender.transfers.get(gone)).toBeUndefined();
  });

  it('asks the service once when A clicks twice', async () => {
    const { sender, names } = openAlice();

    await Promise.all([sender.ask(sid, billing, cold), sender.ask(sid, billing, cold)]);

    expect(names().filter((name) => name === 'create-attribution-task')).toHaveLength(1);
  });

  it('asks again under a new key', async () => {
    const { sender, service } = openAlice();
    await sender.ask(sid, billing, cold);
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'declined' }) });
    await jest.advanceTimersByTimeAsync(5_000);

    sender.again(sid);
    await settle();

    const creates = service.asked.filter(([name]) => name === 'create-attribution-task');
    expect(creates.map(([, input]) => input)).toMatchObject([
      { idempotencyKey: 'click-0001' },
      { idempotencyKey: 'click-0002' },
    ]);
  });
});

describe('a transfer on the page where A clicked', () => {
  it('asks for the status every five seconds while it waits, and no more once it has ended', async () => {
    const { sender, names, service } = openAlice();
    await sender.ask(sid, billing, cold);

    await jest.advanceTimersByTimeAsync(15_000);
    const asked = names().filter((name) => name === 'attribution-status').length;
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'declined' }) });
    await jest.advanceTimersByTimeAsync(60_000);

    expect(asked).toBe(4);
    expect(names().filter((name) => name === 'attribution-status')).toHaveLength(5);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is carried out with what the click gave Flex, in the mode of the claim', async () => {
    const { sender, dispatch, flex } = openAlice();
    await sender.ask(sid, billing, { ...cold, priority: 5 });

    dispatch(bobAccepted);
    await settle();
    dispatch({ type: 'transfer_ended', how: 'completed', to: bob });
    await settle();

    expect(flex.transfers).toEqual([[sid, bob, { mode: 'COLD', priority: 5 }]]);
    expect(flex.shown).toEqual(['PatchbayTransferDone']);
  });

  it('is not begun again when Flex is transferring to that agent already', async () => {
    const { sender, dispatch, flex, stage } = openAlice();
    await sender.ask(sid, billing, cold);
    flex.put(callTask({ movingTo: bob }));

    dispatch(bobAccepted);
    await settle();

    expect(flex.transfers).toEqual([]);
    expect(stage()).toBe('moving');
  });

  it('is canceled', async () => {
    const { sender, dispatch, flex, names } = openAlice();
    await sender.ask(sid, billing, cold);

    dispatch({ type: 'cancel_asked' });
    await settle();

    expect(names()).toContain('cancel-attribution-task');
    expect(flex.shown).toEqual(['PatchbayTransferCanceled']);
  });

  it('tells its end also when the task is gone, by what the page remembers of it', async () => {
    const { sender, dispatch, flex, service } = openAlice();
    await sender.ask(sid, billing, cold);
    flex.remove(sid);
    dispatch({ type: 'gone' });
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'call_ended' }) });

    await jest.advanceTimersByTimeAsync(5_000);

    expect(flex.shown).toEqual(['PatchbayTransferCallEnded']);
    expect(sender.transfers.entries()).toEqual([]);
  });

  it('forgets what its click wanted once it is put away', async () => {
    const { sender, dispatch, flex, service } = openAlice();
    await sender.ask(sid, billing, { ...cold, priority: 5 });
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'canceled' }) });
    await jest.advanceTimersByTimeAsync(5_000);
    dispatch({ type: 'dismissed' });

    // Another page of A's begins one: this page carries it out without the priority of its own, earlier click.
    const accepted = attemptView({ state: 'accepted', attemptId: 'attempt-2' });
    service.answer('attribution-status', { success: true, attempt: accepted });
    dispatch({ type: 'found' });
    await jest.advanceTimersByTimeAsync(3_000);

    expect(flex.transfers).toEqual([[sid, bob, cold]]);
  });

  it("is not another agent's", async () => {
    const { sender, dispatch, service } = openAlice();
    service.answer('attribution-status', {
      success: true,
      attempt: attemptView({ transferringWorkerSid: workerSid('dora') }),
    });

    dispatch({ type: 'found' });
    await settle();

    expect(sender.transfers.get(sid)).toBeUndefined();
  });
});
