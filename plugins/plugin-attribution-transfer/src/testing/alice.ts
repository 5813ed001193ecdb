import type { SendEvent } from '../send/event';
import { createSender, type SenderMeans } from '../send/sender';
import { keepWithdrawals } from '../send/withdrawals';
import { attemptView } from './attempt';
import { fakeFlex } from './fakeFlex';
import { fakeService } from './fakeService';
import { queueSid, reservationSid, taskSid, workerSid } from './sids';
import { callTask } from './tasks';

/** Alice's reservation of her call, and where she wants it to go. */
export const sid = reservationSid('call');
export const billing = queueSid('Billing');
export const cold = { mode: 'COLD' } as const;
export const bob = workerSid('bob');
/** Bob has accepted, as the call's task says. */
export const bobAccepted = { type: 'marked', attemptId: 'attempt-1', receiver: bob } as const;

const claimed = {
  success: true,
  attemptId: 'attempt-1',
  claimId: 'claim-0001',
  receivingWorkerSid: bob,
  mode: 'COLD',
  leaseSeconds: 150,
};

/** Lets everything that is under way happen; under Jest's clock. */
export const settle = () => jest.advanceTimersByTimeAsync(0);

/** Storage that a browser's pages share. */
export function memoryStorage(): () => Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return () => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
  });
}

/** Alice's page, her call, and a service that offers the transfer, unless told otherwise. */
export function openAlice(means: Partial<SenderMeans> = {}, storage = memoryStorage()) {
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
    withdrawals: keepWithdrawals(storage),
    pageName: () => Promise.resolve('page-of-alice'),
    newKey: () => `click-${String((keys += 1)).padStart(4, '0')}`,
    now: () => Date.now(),
    ...means,
  });
  const dispatch = (event: SendEvent) => {
    sender.transfers.dispatch(sid, event);
  };
  return {
    flex,
    service,
    sender,
    dispatch,
    /** The endpoints that were asked, in this order. */
    names: () => service.asked.map(([name]) => name),
    stage: () => sender.transfers.get(sid)?.stage,
  };
}
