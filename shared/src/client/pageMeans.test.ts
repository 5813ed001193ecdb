import { pageMeans } from './pageMeans';

describe('the page’s own means', () => {
  it('make keys that contracts accept, never the same', () => {
    const keys = Array.from({ length: 100 }, () => pageMeans.newKey());

    expect(new Set(keys).size).toBe(100);
    expect(keys.every((key) => /^[\w.:-]{8,128}$/.test(key))).toBe(true);
  });

  it('end a pause as soon as it is called off', async () => {
    const abort = new AbortController();
    const pause = pageMeans.sleep(60_000, abort.signal);

    abort.abort();

    await expect(pause).resolves.toBeUndefined();
  });

  it('do not pause when called off before', async () => {
    await expect(pageMeans.sleep(60_000, AbortSignal.abort())).resolves.toBeUndefined();
  });

  it('pause without anything that could call it off', async () => {
    await expect(pageMeans.sleep(1, undefined)).resolves.toBeUndefined();
  });
});
