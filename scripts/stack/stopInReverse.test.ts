import { stopInReverse } from './stopInReverse';

describe('undoing what was started', () => {
  it('goes backwards, once, however often it is asked', async () => {
    const order: string[] = [];
    const { add, stop } = stopInReverse();
    for (const name of ['first', 'second']) add(() => Promise.resolve(void order.push(name)));
    await Promise.all([stop(), stop()]);
    expect(order).toEqual(['second', 'first']);
  });

  it('undoes everything else when one part fails, and tells', async () => {
    const order: string[] = [];
    const { add, stop } = stopInReverse();
    add(() => Promise.resolve(void order.push('first')));
    add(() => Promise.reject(new Error('stuck')));
    await expect(stop()).rejects.toThrow('Not everything could be stopped');
    expect(order).toEqual(['first']);
  });

  it('undoes at once what was started too late', async () => {
    const order: string[] = [];
    const { add, stop } = stopInReverse();
    await stop();
    add(() => Promise.resolve(void order.push('late')));
    expect(order).toEqual(['late']);
  });
});
