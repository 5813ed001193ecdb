import { newTask, PEOPLE } from '../../test/world/people';
import type { Order } from './order';
import { reconnectAttributes } from './reconnectAttributes';

const [alice] = PEOPLE;
const order: Order = {
  taskSid: newTask(1),
  recoveryId: 'a recovery',
  targetWorkerSid: alice.workerSid,
  pingFailed: false,
  expiresAt: 0,
};

describe('what a caller takes along', () => {
  it('is what the task had, and where to', () => {
    expect(reconnectAttributes({ name: 'Ann', vip: true }, order, 3_000)).toEqual({
      name: 'Ann',
      vip: true,
      conversations: { conversation_id: newTask(1) },
      isReconnect: true,
      targetWorkerSid: alice.workerSid,
      recoveredTaskSid: newTask(1),
      recoveryId: 'a recovery',
    });
  });

  it('keeps the conversation it belongs to', () => {
    const current = { conversations: { conversation_id: 'WTfirst', followed_by: 'Reconnect Agent' } };

    expect(reconnectAttributes(current, order, 3_000)).toMatchObject({
      conversations: { conversation_id: 'WTfirst' },
    });
  });

  it.each([
    'conference',
    'transferTo',
    'transferAttempt',
    'disconnectedTime',
    'disconnectedWorkerSid',
    'wasPingSuccessful',
    'worker_call_sid',
    'call_sid',
  ])('leaves %s behind', (stale) => {
    expect(reconnectAttributes({ [stale]: 'stale' }, order, 3_000)).not.toHaveProperty(stale);
  });

  it('names no worker when it goes to anybody, and says that the ping failed', () => {
    const { targetWorkerSid: _nobody, ...toAnybody } = order;

    const attributes = reconnectAttributes({}, { ...toAnybody, pingFailed: true }, 3_000);

    expect(attributes).toMatchObject({ recoveryAttemptFailed: true });
    expect(attributes).not.toHaveProperty('targetWorkerSid');
  });

  it('is cut to size: lists and objects first, then long text, routing never', () => {
    const current = { list: [1, 2, 3], note: 'x'.repeat(400), language: 'en', age: 7 };

    const tight = reconnectAttributes(current, order, 420);
    const tighter = reconnectAttributes(current, order, 10);

    expect(Object.keys(tight)).toEqual(expect.arrayContaining(['language', 'age']));
    expect(tight).not.toHaveProperty('list');
    expect(tight).not.toHaveProperty('note');
    expect(tighter).not.toHaveProperty('age');
    expect(tighter).toMatchObject({ targetWorkerSid: alice.workerSid, recoveryId: 'a recovery' });
  });
});
