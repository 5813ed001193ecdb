import { onceDone } from './onceDone';

describe('work that is done once', () => {
  it('is shared by all who ask for it, then and later', async () => {
    let times = 0;
    const work = onceDone(() => Promise.resolve((times += 1)));

    expect(await Promise.all([work(), work()])).toEqual([1, 1]);
    expect(await work()).toBe(1);
  });

  it('is tried again after it failed', async () => {
    let times = 0;
    const work = onceDone(() => {
      times += 1;
      return times === 1 ? Promise.reject(new Error('no space left')) : Promise.resolve('done');
    });

    await expect(work()).rejects.toThrow('no space left');
    await expect(work()).resolves.toBe('done');
  });
});
