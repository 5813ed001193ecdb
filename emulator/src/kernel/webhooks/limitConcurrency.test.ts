import { limitConcurrency, QueueOverflow } from './limitConcurrency';

/** Jobs that end when told to. */
function createJobs() {
  const finishers: (() => void)[] = [];
  let running = 0;
  return {
    running: () => running,
    finishNext: () => finishers.shift()?.(),
    job: async (): Promise<void> => {
      running += 1;
      await new Promise<void>((resolve) => finishers.push(resolve));
      running -= 1;
    },
  };
}

/** Lets everything that can go on go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('limitConcurrency', () => {
  it('runs no more at once than allowed, and the rest as places become free', async () => {
    const jobs = createJobs();
    const limit = limitConcurrency(2, 10);
    const all = [limit('a', jobs.job), limit('a', jobs.job), limit('a', jobs.job)];
    await settle();
    const first = jobs.running();

    jobs.finishNext();
    await settle();
    const second = jobs.running();
    jobs.finishNext();
    jobs.finishNext();
    await Promise.all(all);

    expect([first, second, jobs.running()]).toEqual([2, 2, 0]);
  });

  it('refuses what would wait behind too many', async () => {
    const jobs = createJobs();
    const limit = limitConcurrency(1, 1);
    const all = [limit('a', jobs.job), limit('a', jobs.job)];

    await expect(limit('a', jobs.job)).rejects.toThrow(QueueOverflow);

    jobs.finishNext();
    await settle();
    jobs.finishNext();
    await Promise.all(all);
  });

  it('frees the place of a job that fails', async () => {
    const limit = limitConcurrency(1, 1);

    await expect(limit('a', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');

    await expect(limit('a', () => Promise.resolve('next'))).resolves.toBe('next');
  });

  it('lets nobody wait for jobs under another key', async () => {
    const jobs = createJobs();
    const limit = limitConcurrency(1, 0);
    const hanging = limit('a', jobs.job);

    await expect(limit('b', () => Promise.resolve('done'))).resolves.toBe('done');

    jobs.finishNext();
    await hanging;
  });

  it('starts anew under a key whose jobs are all done', async () => {
    const jobs = createJobs();
    const limit = limitConcurrency(1, 0);
    const first = limit('a', jobs.job);
    await settle();
    jobs.finishNext();
    await first;

    await expect(limit('a', () => Promise.resolve('again'))).resolves.toBe('again');
  });
});
