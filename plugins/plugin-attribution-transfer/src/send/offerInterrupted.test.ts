/** @jest-environment node */
import { openAlice, sid } from '../testing/alice';
import { NOON } from '../testing/attempt';
import { looked, waitingOwn, wish } from '../testing/sendEvents';
import { reservationSid, taskSid } from '../testing/sids';
import { callTask } from '../testing/tasks';
import type { SendEvent } from './event';
import { offerInterrupted } from './offerInterrupted';

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});
let stop: () => void = () => undefined;

const caller = callTask().attributes;
const dropped = callTask({ status: 'wrapping' });
/** The same caller, enqueued anew. */
const back = callTask({ sid: reservationSid('back'), taskSid: taskSid('back') });

/** Alice's page, whose transfer was interrupted because her leg dropped. */
function open() {
  const { sender, dispatch, flex } = openAlice();
  stop = () => {
    sender.transfers.stop();
  };
  const offer = offerInterrupted(sender);
  const events: readonly SendEvent[] = [...waitingOwn, { type: 'left' }, looked({ state: 'interrupted' })];
  for (const event of events) dispatch(event);
  offer(dropped);
  return { sender, dispatch, flex, offer, offered: () => sender.transfers.get(back.sid) };
}

describe('a transfer that was interrupted', () => {
  it('is offered again beside the call that is back, though the old task is gone; A is not told once more', () => {
    const { dispatch, flex, offer, offered } = open();
    flex.put(back);
    dispatch({ type: 'gone' });

    offer(back);

    const end = { how: 'interrupted' };
    expect(offered()).toMatchObject({ stage: 'ended', end, ...wish, left: undefined });
    expect(flex.shown).toEqual(['TransferFailed']);
  });

  it('is asked for by one click, for the call that is back', () => {
    const { sender, flex, offer } = open();
    flex.put(back);
    offer(back);

    sender.again(back.sid);

    expect(sender.transfers.get(back.sid)).toMatchObject({ stage: 'requesting', ...wish });
  });

  it('is offered once', () => {
    const { sender, offer, offered } = open();
    offer(back);
    sender.transfers.dispatch(back.sid, { type: 'dismissed' });

    offer(back);

    expect(offered()).toBeUndefined();
  });

  it.each([
    ['is only offered to A yet', { ...back, status: 'pending' as const }],
    ['is another caller', { ...back, attributes: { ...caller, call_sid: `CA${'1'.repeat(32)}` } }],
    ['has no leg', { ...back, attributes: {} }],
  ])('is not offered beside a call that %s', (_, task) => {
    const { offer, offered } = open();

    offer(task);

    expect(offered()).toBeUndefined();
  });

  it('is not offered when A has put it away, or asked for it again, before', () => {
    const { dispatch, offer, offered } = open();
    dispatch({ type: 'dismissed' });
    offer(dropped);

    offer(back);

    expect(offered()).toBeUndefined();
  });

  it('does not touch what A has begun meanwhile', () => {
    const { sender, flex, offer, offered } = open();
    flex.put(back);
    sender.transfers.dispatch(back.sid, { type: 'found' });

    offer(back);

    expect(offered()?.stage).toBe('looking');
  });

  it('is forgotten after ten others', () => {
    const { sender, offer, offered } = open();
    for (let call = 1; call <= 10; call += 1) {
      const other = reservationSid(`call ${call}`);
      sender.transfers.dispatch(other, {
        type: 'reconnected',
        interrupted: { ...wish, since: 0, own: true },
      });
      offer(callTask({ sid: other, attributes: { call_sid: `CA${call}` } }));
    }

    offer(back);

    expect([sender.transfers.get(sid)?.stage, offered()]).toEqual(['ended', undefined]);
  });
});
