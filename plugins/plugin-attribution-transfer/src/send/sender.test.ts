/** @jest-environment node */
import { attemptView, NOON } from '../testing/attempt';
import { fakeFlex } from '../testing/fakeFlex';
import { fakeService } from '../testing/fakeService';
import { queueSid, reservationSid, taskSid, workerSid, workflowSid } from '../testing/sids';
import { callTask } from '../testing/tasks';
import { createSender } from './sender';

const sid = reservationSid('call');
const claimed = {
  success: true,
  attemptId: 'attempt-1',
  claimId: 'claim-0001',
  receivingWorkerSid: workerSid('bob'),
  mode: 'COLD',
  leaseSeconds: 150,
};

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Lets everything that is under way happen. */
const settle = () => jest.advanceTimersByTimeAsync(0);

/** Alice's page, her call, and a service that offers the transfer. */
function open() {
  const flex = fakeFlex();
  const service = fakeService();
  flex.put(callTask());
  service.answer('create-attribution-task', { success: true, taskSid: taskSid('attribution') });
  service.answer('attribution-status', { success: true, attempt: attemptView() });
  service.answer('claim-transfer', claimed);
  service.answer('transfer-outcome', { success: true, state: 'transferred' });
  service.answer('cancel-attribution-task', { success: true, state: 'canceled' });
  let keys = 0;
  const sender = createSender({
    flex,
    service: service.service,
    pageName: () => Promise.resolve('page-of-alice'),
    newKey: () => `click-${String((keys += 1)).padStart(4, '0')}`,
    now: () => Date.now(),
  });
  const names = () => service.asked.map(([name]) => name);
  return { flex, service, sender, names, stage: () => sender.transfers.get(sid)?.stage };
}

const billing = queueSid('Billing');
const cold = { mode: 'COLD' } as const;

describe('a transfer on the page where A clicked', () => {
  it('asks the service for exactly what the contract says', async () => {
    const { sender, service } = open();

    await sender.ask(sid, billing, cold);

    expect(service.asked[0]).toEqual([
      'create-attribution-task',
      {
        mode: 'COLD',
        idempotencyKey: 'click-0001',
        taskAttributes: {
          transfer_task: {
            sid,
            taskSid: taskSid('call'),
            attributes: callTask().attributes,
            targetSid: billing,
          },
        },
      },
    ]);
  });

  it('names the workflow where one is configured', async () => {
    const { sender, service, flex } = open();
    const attributionWorkflowSid = workflowSid('BPO attribution');
    const named = createSender({
      flex,
      service: () => ({
        ...service.service(),
        settings: { ...service.service().settings, attributionWorkflowSid },
      }),
      pageName: () => Promise.resolve('page-of-alice'),
      newKey: () => 'click-0001',
      now: () => NOON,
    });

    await named.ask(sid, billing, cold);

    expect(service.asked[0]?.[1]).toMatchObject({ workflowSid: attributionWorkflowSid });
    expect(sender.transfers.entries()).toEqual([]);
  });

  it('rejects, and tells A, when the service refuses', async () => {
    const { sender, service, flex } = open();
    service.answer('create-attribution-task', { fails: 'reservation_not_held' });

    await expect(sender.ask(sid, billing, cold)).rejects.toThrow('The transfer has not begun.');
    expect(flex.shown).toEqual(['TransferFailed']);
  });

  it('rejects a click on another queue, and leaves the open transfer alone', async () => {
    const { sender, flex, stage } = open();
    await sender.ask(sid, billing, cold);

    await expect(sender.ask(sid, queueSid('Support'), cold)).rejects.toThrow();

    expect(flex.shown).toEqual(['PatchbayTransferOtherOpen']);
    expect(stage()).toBe('waiting');
  });

  it('asks once for two clicks', async () => {
    const { sender, names } = open();

    await Promise.all([sender.ask(sid, billing, cold), sender.ask(sid, billing, cold)]);

    expect(names().filter((name) => name === 'create-attribution-task')).toHaveLength(1);
  });

  it('asks for the status every five seconds while it waits, and no more once it has ended', async () => {
    const { sender, names, service } = open();
    await sender.ask(sid, billing, cold);

    await jest.advanceTimersByTimeAsync(15_000);
    const asked = names().filter((name) => name === 'attribution-status').length;
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'declined' }) });
    await jest.advanceTimersByTimeAsync(60_000);

    expect(asked).toBe(4);
    expect(names().filter((name) => name === 'attribution-status')).toHaveLength(5);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('carries the transfer out with what the click gave Flex, in the mode of the claim', async () => {
    const { sender, flex, service } = open();
    await sender.ask(sid, billing, { ...cold, priority: 5 });

    sender.transfers.dispatch(sid, { type: 'marked', attemptId: 'attempt-1', receiver: workerSid('bob') });
    await settle();
    sender.transfers.dispatch(sid, { type: 'transfer_ended', how: 'completed', to: workerSid('bob') });
    await settle();

    expect(flex.transfers).toEqual([[sid, workerSid('bob'), { mode: 'COLD', priority: 5 }]]);
    expect(service.asked).toContainEqual([
      'claim-transfer',
      { taskSid: taskSid('call'), reservationSid: sid, claimant: 'page-of-alice' },
    ]);
    expect(service.asked.at(-1)).toEqual([
      'transfer-outcome',
      { taskSid: taskSid('call'), claimId: 'claim-0001', outcome: 'transferred' },
    ]);
    expect(flex.shown).toEqual(['PatchbayTransferDone']);
  });

  it("reports Flex's refusal in its own words, cut to what the contract takes", async () => {
    const { sender, flex, service, stage } = open();
    flex.refusesTransfers = 'No capacity '.repeat(40);
    service.answer('transfer-outcome', { success: true, state: 'failed' });
    await sender.ask(sid, billing, cold);

    sender.transfers.dispatch(sid, { type: 'marked', attemptId: 'attempt-1', receiver: workerSid('bob') });
    await settle();

    expect(service.asked.at(-1)?.[1]).toMatchObject({
      outcome: 'failed',
      reason: 'No capacity '.repeat(40).slice(0, 200),
    });
    expect(stage()).toBe('ended');
    // Flex itself has told A.
    expect(flex.shown).toEqual([]);
  });

  it('does not transfer again what Flex is transferring to that agent', async () => {
    const { sender, flex, stage } = open();
    await sender.ask(sid, billing, cold);
    flex.put(callTask({ movingTo: workerSid('bob') }));

    sender.transfers.dispatch(sid, { type: 'marked', attemptId: 'attempt-1', receiver: workerSid('bob') });
    await settle();

    expect(flex.transfers).toEqual([]);
    expect(stage()).toBe('moving');
  });

  it('takes the call to the queue itself when nobody could ever take it', async () => {
    const { sender, flex, service } = open();
    service.answer('create-attribution-task', { fails: 'no_agent', details: ['fallback: plain_transfer'] });

    await sender.ask(sid, billing, cold);

    expect(flex.transfers).toEqual([[sid, billing, cold]]);
    expect(flex.shown).toEqual(['PatchbayTransferQueued']);
    expect(sender.isPassing(sid)).toBe(false);
  });

  it('lets its own transfer to the queue pass', async () => {
    const { sender, flex, service } = open();
    service.answer('create-attribution-task', { fails: 'no_agent', details: ['fallback: plain_transfer'] });
    const passing: boolean[] = [];
    flex.transfer = (of) => {
      passing.push(sender.isPassing(of));
      return Promise.resolve();
    };

    await sender.ask(sid, billing, cold);

    expect(passing).toEqual([true]);
  });

  it('lets it pass also when A puts the transfer away while Flex is still at it', async () => {
    const { sender, flex, service } = open();
    service.answer('create-attribution-task', { fails: 'no_agent', details: ['fallback: plain_transfer'] });
    let finish: () => void = () => undefined;
    flex.transfer = () => new Promise((resolve) => (finish = resolve));
    await sender.ask(sid, billing, cold);

    sender.transfers.dispatch(sid, { type: 'dismissed' });
    const during = sender.isPassing(sid);
    finish();
    await settle();

    expect([during, sender.isPassing(sid)]).toEqual([true, false]);
  });

  it('cancels', async () => {
    const { sender, flex, names } = open();
    await sender.ask(sid, billing, cold);

    sender.transfers.dispatch(sid, { type: 'cancel_asked' });
    await settle();

    expect(names()).toContain('cancel-attribution-task');
    expect(flex.shown).toEqual(['PatchbayTransferCanceled']);
  });

  it('asks again under a new key', async () => {
    const { sender, service } = open();
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

  it('tells the end of a call whose task is gone, by what it remembers of it', async () => {
    const { sender, flex, service } = open();
    await sender.ask(sid, billing, cold);
    flex.remove(sid);
    sender.transfers.dispatch(sid, { type: 'gone' });
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'call_ended' }) });

    await jest.advanceTimersByTimeAsync(5_000);

    expect(flex.shown).toEqual(['PatchbayTransferCallEnded']);
    expect(sender.transfers.entries()).toEqual([]);
  });

  it('forgets what a click wanted once its transfer is put away', async () => {
    const { sender, flex, service } = open();
    await sender.ask(sid, billing, { ...cold, priority: 5 });
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'canceled' }) });
    await jest.advanceTimersByTimeAsync(5_000);
    sender.transfers.dispatch(sid, { type: 'dismissed' });

    // Another page of A's begins one: this page carries it out without the priority of its own, earlier click.
    const accepted = attemptView({ state: 'accepted', attemptId: 'attempt-2' });
    service.answer('attribution-status', { success: true, attempt: accepted });
    sender.transfers.dispatch(sid, { type: 'found' });
    await jest.advanceTimersByTimeAsync(3_000);

    expect(flex.transfers).toEqual([[sid, workerSid('bob'), cold]]);
  });

  it.each(['throttled', 'token_refused', 'internal'] as const)(
    'finds the transfer of a call also when the first question was answered with %s',
    async (fails) => {
      const { sender, service, stage } = open();
      service.answer('attribution-status', { fails });
      sender.transfers.dispatch(sid, { type: 'found' });
      await settle();
      service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'claimed' }) });

      await jest.advanceTimersByTimeAsync(10_000);

      expect(stage()).toBe('moving');
    },
  );

  it('ends a transfer also where the service can not even be asked', async () => {
    const { flex, service } = open();
    const gone = { call: () => Promise.reject(new TypeError('no user')) };
    const sender = createSender({
      flex,
      service: () => ({ ...service.service(), client: gone, poller: gone }),
      pageName: () => Promise.resolve('page-of-alice'),
      newKey: () => 'click-0001',
      now: () => NOON,
    });

    const refused = expect(sender.ask(sid, billing, cold)).rejects.toThrow();
    await jest.advanceTimersByTimeAsync(10_000);

    await refused;
    expect(flex.shown).toEqual(['TransferFailed']);
  });

  it.each([
    ['cancel', { type: 'cancel_asked' }, { stage: 'waiting', canceling: false }],
    ['claim', { type: 'marked', attemptId: 'attempt-1', receiver: workerSid('bob') }, { stage: 'waiting' }],
  ] as const)('goes on after a %s that could not even be sent', async (_, event, left) => {
    const { flex, service } = open();
    let isGone = false;
    const { client } = service.service();
    const leaving: typeof client = {
      call: (...asked) => (isGone ? Promise.reject(new TypeError('no user')) : client.call(...asked)),
    };
    const sender = createSender({
      flex,
      service: () => ({ ...service.service(), client: leaving, poller: leaving }),
      pageName: () => Promise.resolve('page-of-alice'),
      newKey: () => 'click-0001',
      now: () => NOON,
    });
    await sender.ask(sid, billing, cold);
    isGone = true;

    sender.transfers.dispatch(sid, event);
    await settle();

    expect(sender.transfers.get(sid)).toMatchObject(left);
  });

  it('asks no more about a call that is gone', async () => {
    const { sender, service, names } = open();
    service.answer('attribution-status', { fails: 'throttled' });
    sender.transfers.dispatch(sid, { type: 'found' });
    await settle();

    sender.transfers.dispatch(sid, { type: 'gone' });
    await jest.advanceTimersByTimeAsync(60_000);

    expect(names()).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('goes on asking after its end whether what was never answered has begun, and takes that back', async () => {
    const { sender, flex, service, names } = open();
    service.answer('create-attribution-task', 'silence');
    service.answer('attribution-status', 'silence');
    const asked = sender.ask(sid, billing, cold);
    const refused = expect(asked).rejects.toThrow();
    await jest.advanceTimersByTimeAsync(10_000);
    await refused;
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'accepted' }) });

    await jest.advanceTimersByTimeAsync(10_000);

    expect(names().at(-1)).toBe('cancel-attribution-task');
    expect(flex.shown).toEqual(['TransferFailed', 'PatchbayTransferCanceled']);
  });

  it('asks no more about what was never answered once the call is gone', async () => {
    const { sender, service } = open();
    service.answer('create-attribution-task', 'silence');
    service.answer('attribution-status', 'silence');
    const refused = expect(sender.ask(sid, billing, cold)).rejects.toThrow();
    await jest.advanceTimersByTimeAsync(10_000);
    await refused;

    sender.transfers.dispatch(sid, { type: 'gone' });

    expect(jest.getTimerCount()).toBe(0);
  });

  it("takes another agent's transfer for none of A's", async () => {
    const { sender, service } = open();
    service.answer('attribution-status', {
      success: true,
      attempt: attemptView({ transferringWorkerSid: workerSid('dora') }),
    });

    sender.transfers.dispatch(sid, { type: 'found' });
    await settle();

    expect(sender.transfers.get(sid)).toBeUndefined();
  });
});
