/** @jest-environment node */
import { attemptView, NOON } from '../testing/attempt';
import { fakeFlex } from '../testing/fakeFlex';
import { fakeService } from '../testing/fakeService';
import { queueSid, reservationSid, taskSid, workerSid } from '../testing/sids';
import { attributionTask, callTask } from '../testing/tasks';
import { createReceiver } from './receiver';

const sid = reservationSid('attribution');

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Bob's page with an attribution task, and a service that takes his word. */
function open() {
  const flex = fakeFlex('bob');
  const service = fakeService();
  flex.put(attributionTask());
  service.answer('transfer-task', { success: true, updated: true, taskSid: taskSid('call') });
  service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'claimed' }) });
  const accepted: string[] = [];
  const receiver = createReceiver({ flex, service: service.service });
  const accept = () =>
    receiver.accept(sid, () => {
      accepted.push('by Flex');
      return Promise.resolve();
    });
  return { flex, service, receiver, accept, accepted };
}

const settle = () => jest.advanceTimersByTimeAsync(0);

describe('an attribution task that B accepts', () => {
  it('is accepted by Flex, told to the service with what B holds, and completed', async () => {
    const { accept, accepted, service, flex } = open();

    await accept();
    await settle();

    expect(accepted).toEqual(['by Flex']);
    expect(service.asked).toEqual([
      [
        'transfer-task',
        {
          attributionTaskSid: sid,
          receivingWorkerSid: workerSid('bob'),
          transfer_task: { taskSid: taskSid('call'), targetSid: queueSid('Billing') },
        },
      ],
    ]);
    expect(flex.completed).toEqual([sid]);
    expect(flex.shown).toEqual([]);
  });

  it('is not accepted while a call takes up what B can take', async () => {
    const { accept, accepted, flex, service } = open();
    flex.put(callTask());

    await expect(accept()).rejects.toThrow('The transfer was not accepted.');

    expect(accepted).toEqual([]);
    expect(service.asked).toEqual([]);
    expect(flex.shown).toEqual(['PatchbayAttributionBusy']);
  });

  it('is accepted beside a call by an agent who may have two', async () => {
    const { accept, accepted, flex } = open();
    flex.put(callTask());
    flex.callCapacity = 2;

    await accept();

    expect(accepted).toEqual(['by Flex']);
  });

  it('is accepted where Flex does not know the channel of calls: TaskRouter knows whether B has room', async () => {
    const { accept, accepted, flex } = open();
    flex.callCapacity = undefined;

    await accept();

    expect(accepted).toEqual(['by Flex']);
  });

  it('is followed up when it was accepted and only the answer to Flex was lost', async () => {
    const { receiver, service, flex } = open();
    const accepting = receiver.accept(sid, () => {
      flex.put(attributionTask({ status: 'accepted' }));
      return Promise.reject(new Error('timeout'));
    });

    await expect(accepting).rejects.toThrow('timeout');
    await settle();

    expect(service.asked.map(([name]) => name)).toEqual(['transfer-task']);
    expect(flex.completed).toEqual([sid]);
    expect(flex.shown).toEqual([]);
  });

  it('is completed, and what comes of it waited for, also when nobody is logged in any more', async () => {
    const { flex, service } = open();
    const nobody = { call: () => Promise.reject(new TypeError('no user')) };
    const loggedOut = () => ({ ...service.service(), client: nobody, once: nobody });
    const receiver = createReceiver({ flex, service: loggedOut });

    await receiver.accept(sid, () => Promise.resolve());
    await jest.advanceTimersByTimeAsync(10_000);

    expect(flex.completed).toEqual([sid]);
    expect(flex.shown).toEqual(['PatchbayAttributionUnsure', 'PatchbayAttributionComing']);
    expect(receiver.receptions.get(sid)).toEqual({ stage: 'expecting', looks: 1 });
    receiver.receptions.stop();
  });

  it("passes Flex's own failure on, and tells nothing to the service", async () => {
    const { receiver, service, flex } = open();

    await expect(receiver.accept(sid, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');

    expect(service.asked).toEqual([]);
    expect(flex.shown).toEqual(['PatchbayAttributionNotAccepted']);
    expect(receiver.receptions.get(sid)).toBeUndefined();
  });

  it('is completed although the service could not be reached, and B is told', async () => {
    const { accept, service, flex } = open();
    service.answer('transfer-task', 'silence');

    await accept();
    await settle();

    expect(flex.completed).toEqual([sid]);
    expect(flex.shown).toEqual(['PatchbayAttributionUnsure']);
  });

  it('is completed when the transfer is over, and nothing more is asked', async () => {
    const { accept, service, flex } = open();
    service.answer('transfer-task', { fails: 'wrong_state' });

    await accept();
    await jest.advanceTimersByTimeAsync(60_000);

    expect(flex.completed).toEqual([sid]);
    expect(flex.shown).toEqual(['PatchbayAttributionOver']);
    expect(service.asked).toHaveLength(1);
  });

  it('needs no completing when the service has closed it meanwhile', async () => {
    const { accept, flex, receiver } = open();
    const accepted = accept();
    flex.remove(sid);

    await accepted;
    await settle();

    expect(flex.completed).toEqual([]);
    expect(receiver.receptions.get(sid)?.stage).toBe('expecting');
  });

  it('is completed as soon as Flex can', async () => {
    const { accept, flex } = open();
    flex.refusesCompletion = true;
    await accept();
    await jest.advanceTimersByTimeAsync(2_000);

    flex.refusesCompletion = false;
    await jest.advanceTimersByTimeAsync(30_000);

    expect(flex.completed).toEqual([sid]);
  });

  it('leaves B informed when the call does not come', async () => {
    const { accept, service, flex, receiver } = open();
    await accept();
    await settle();

    service.answer('attribution-status', { success: true, attempt: attemptView({ state: 'failed' }) });
    await jest.advanceTimersByTimeAsync(10_000);

    expect(flex.shown).toEqual(['PatchbayAttributionNotComing']);
    expect(receiver.receptions.entries()).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
