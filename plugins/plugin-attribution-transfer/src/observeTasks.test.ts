/** @jest-environment node */
import { observeTasks } from './observeTasks';
import { createReceiver } from './receive/receiver';
import { createSender } from './send/sender';
import { keepWithdrawals } from './send/withdrawals';
import { memoryStorage } from './testing/alice';
import { attemptView, NOON } from './testing/attempt';
import { fakeFlex } from './testing/fakeFlex';
import { fakeService } from './testing/fakeService';
import { queueSid, reservationSid, taskSid, workerSid } from './testing/sids';
import { attributionTask, callTask, marked } from './testing/tasks';

const call = reservationSid('call');

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

const settle = () => jest.advanceTimersByTimeAsync(0);

/** An agent's page whose tasks are observed from `observe` on. */
function open(name = 'alice') {
  const flex = fakeFlex(name);
  const service = fakeService();
  service.answer('attribution-status', { success: true, attempt: null });
  service.answer('transfer-task', { success: true, updated: true, taskSid: taskSid('call') });
  service.answer('claim-transfer', { fails: 'replay_claimed' });
  const now = () => Date.now();
  const sender = createSender({
    ...{ flex, service: service.service, now },
    withdrawals: keepWithdrawals(memoryStorage()),
    newKey: () => 'click-0001',
    pageName: () => Promise.resolve('page-0001'),
  });
  const receiver = createReceiver({ flex, service: service.service });
  const switched = { isOn: true };
  const observe = () =>
    observeTasks({
      ...{ flex, sender, receiver, now },
      settings: () => (switched.isOn ? service.service().settings : undefined),
    });
  return { flex, service, sender, receiver, observe, switched, names: () => service.asked.map(([n]) => n) };
}

describe('calls', () => {
  it('that were there when the page was loaded are asked about, those that come later are not', async () => {
    const { flex, observe, service } = open();
    flex.put(callTask());

    observe();
    flex.put(callTask({ sid: reservationSid('later'), taskSid: taskSid('later'), status: 'pending' }));
    flex.put(callTask({ sid: reservationSid('later'), taskSid: taskSid('later') }));
    await settle();

    expect(service.asked).toEqual([['attribution-status', { taskSid: taskSid('call') }]]);
  });

  it('that were in wrap-up when the page was loaded are asked about: how it ended is still to be told', async () => {
    const { flex, observe, service } = open();
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'call_ended' }) });
    flex.put(callTask({ status: 'wrapping' }));

    observe();
    await settle();

    expect(flex.shown).toEqual(['PatchbayTransferCallEnded']);
  });

  it('are claimed once when their mark appears', async () => {
    const { flex, observe, service, sender, names } = open();
    service.answer('attribution-status', { success: true, attempt: attemptView() });
    service.answer('create-attribution-task', { success: true, taskSid: taskSid('attribution') });
    flex.put(callTask());
    observe();
    await settle();

    flex.put(callTask({ attributes: marked('attempt-1') }));
    flex.put(callTask({ attributes: marked('attempt-1') }));
    await jest.advanceTimersByTimeAsync(3_000);

    expect(names().filter((name) => name === 'claim-transfer')).toHaveLength(1);
    expect(sender.transfers.get(call)).toMatchObject({ stage: 'waiting', elsewhere: true });
  });

  it("with a mark of another reservation's transfer are left alone", async () => {
    const { flex, observe, names } = open();
    observe();

    const { transferAttempt } = marked('attempt-1');
    const attributes = {
      ...marked('attempt-1'),
      transferAttempt: { ...transferAttempt, reservationSid: reservationSid('before') },
    };
    flex.put(callTask({ status: 'pending', attributes }));
    flex.put(callTask({ attributes }));
    await settle();

    expect(names()).toEqual([]);
  });

  it('that A leaves are noticed', async () => {
    const { flex, observe, service, sender } = open();
    service.answer('attribution-status', { success: true, attempt: attemptView() });
    flex.put(callTask());
    observe();
    await settle();

    flex.put(callTask({ status: 'wrapping' }));
    const wrapping = sender.transfers.get(call);
    flex.remove(call);

    expect([wrapping, sender.transfers.get(call)]).toMatchObject([{ left: 'call' }, { left: 'task' }]);
  });

  it('that Flex had only lost sight of are transferred as if nothing had been', async () => {
    const { flex, observe, service, sender } = open();
    service.answer('attribution-status', { success: true, attempt: attemptView() });
    service.answer('create-attribution-task', { success: true, taskSid: taskSid('attribution') });
    flex.put(callTask());
    observe();
    await sender.ask(call, queueSid('Billing'), { mode: 'COLD' });

    flex.remove(call);
    flex.put(callTask({ attributes: marked('attempt-1') }));

    expect(sender.transfers.get(call)).toMatchObject({ stage: 'claiming', left: undefined });
  });

  it('whose transfer ends are told to the transfer', async () => {
    const { flex, observe, service } = open();
    const claimed = attemptView({ state: 'claimed', receivingWorkerSid: workerSid('bob') });
    service.answer('attribution-status', { success: true, attempt: claimed });
    flex.put(callTask());
    observe();
    await settle();

    flex.endTransfer(call, 'completed', workerSid('bob'));

    expect(flex.shown).toEqual(['PatchbayTransferDone']);
  });

  it('that are back after an interruption are offered their transfer again', async () => {
    const { flex, observe, service, sender } = open();
    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'interrupted' }) });
    flex.put(callTask({ status: 'wrapping' }));
    observe();
    await settle();
    const back = callTask({ sid: reservationSid('back'), taskSid: taskSid('back') });

    flex.put({ ...back, status: 'pending' });
    flex.remove(call);
    flex.put(back);

    expect(sender.transfers.get(back.sid)).toMatchObject({ stage: 'ended', end: { how: 'interrupted' } });
    expect(flex.shown).toEqual(['TransferFailed']);
  });

  it('are not asked about while the plugin is switched off', async () => {
    const { flex, observe, switched, names } = open();
    switched.isOn = false;
    flex.put(callTask());

    observe();
    await settle();

    expect(names()).toEqual([]);
  });
});

describe('attribution tasks', () => {
  it('that were accepted before the page was loaded are brought to their end', async () => {
    const { flex, observe, names } = open('bob');
    flex.put(attributionTask({ status: 'accepted' }));

    observe();
    await settle();

    expect(names()).toEqual(['transfer-task']);
    expect(flex.completed).toEqual([reservationSid('attribution')]);
  });

  it('are brought to their end also while the plugin is switched off', async () => {
    const { flex, observe, switched } = open('bob');
    switched.isOn = false;
    observe();
    flex.put(attributionTask());

    flex.put(attributionTask({ status: 'accepted' }));
    await settle();

    expect(flex.completed).toEqual([reservationSid('attribution')]);
  });

  it('wait for their call while B still has it in wrap-up from before', async () => {
    const { flex, observe, receiver } = open('bob');
    flex.put(callTask({ status: 'wrapping' }), attributionTask({ status: 'accepted' }));

    observe();
    await settle();

    expect(receiver.receptions.get(reservationSid('attribution'))?.stage).toBe('expecting');
    receiver.receptions.stop();
  });

  it('need nothing more once their call is there', async () => {
    const { flex, observe, receiver } = open('bob');
    flex.put(attributionTask({ status: 'accepted' }));
    observe();
    await settle();

    flex.put(callTask({ sid: reservationSid('of bob'), status: 'pending' }));

    expect(receiver.receptions.entries()).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are refused before TaskRouter would set the agent Offline for not answering', async () => {
    const { flex, observe } = open('bob');
    observe();
    flex.put(attributionTask({ offer: { ms: 30_000, since: NOON } }));

    await jest.advanceTimersByTimeAsync(24_999);
    const before = [...flex.rejected];
    await jest.advanceTimersByTimeAsync(1);

    expect([before, flex.rejected]).toEqual([[], [reservationSid('attribution')]]);
  });

  it('that were answered are not refused', async () => {
    const { flex, observe } = open('bob');
    observe();
    flex.put(attributionTask({ offer: { ms: 30_000, since: NOON } }));
    flex.remove(reservationSid('attribution'));

    await jest.advanceTimersByTimeAsync(60_000);

    expect(flex.rejected).toEqual([]);
  });

  it('that are older than the page are refused by their own age', async () => {
    const { flex, observe } = open('bob');
    flex.put(attributionTask({ offer: { ms: 30_000, since: NOON - 20_000 } }));

    observe();
    await jest.advanceTimersByTimeAsync(5_000);

    expect(flex.rejected).toEqual([reservationSid('attribution')]);
  });

  it('of other kinds of work are not touched', async () => {
    const { flex, observe, names } = open('bob');
    flex.put(attributionTask({ attributes: {}, offer: { ms: 30_000, since: NOON } }));

    observe();
    await jest.advanceTimersByTimeAsync(60_000);

    expect([flex.rejected, names()]).toEqual([[], []]);
  });
});

it('stops listening and waiting when it is stopped', () => {
  const { flex, observe } = open('bob');
  flex.put(attributionTask({ offer: { ms: 30_000, since: NOON } }));

  observe()();

  expect([flex.listeners(), jest.getTimerCount()]).toEqual([0, 0]);
  expect(workerSid('bob')).toBe(flex.workerSid);
});
