import { newTask } from '../../test/world/people';
import { readOrder, signOrder, type Order } from './order';

const KEY = 'an auth token';
const order: Order = { taskSid: newTask(1), recoveryId: 'a recovery', pingFailed: false, expiresAt: 2_000 };

describe('an order to a customer’s call', () => {
  it('is read as it was written', () => {
    expect(readOrder(signOrder(order, KEY), KEY, 1_000)).toEqual(order);
  });

  it('of another account is none', () => {
    expect(readOrder(signOrder(order, 'another token'), KEY, 1_000)).toBeUndefined();
  });

  it('that somebody changed is none', () => {
    const { signature } = signOrder(order, KEY);
    const other = signOrder({ ...order, recoveryId: 'another' }, KEY);

    expect(readOrder({ order: other.order, signature }, KEY, 1_000)).toBeUndefined();
  });

  it('is none any more when its time is over', () => {
    expect(readOrder(signOrder(order, KEY), KEY, 2_000)).toBeUndefined();
  });

  it.each(['', 'not base64 %', 'bm8ganNvbg'])('is none when it is %j', (text) => {
    expect(readOrder({ order: text, signature: 'x' }, KEY, 1_000)).toBeUndefined();
  });
});
