import { openDirectory } from './directory';

/** Lookups that answer with what is known. */
function open(known: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const fetch = (sid: string) => {
    asked.push(sid);
    return Object.hasOwn(known, sid) ? Promise.resolve(known[sid]) : Promise.reject(new Error('404'));
  };
  return { asked, directory: openDirectory({ queue: fetch, worker: fetch }) };
}

describe('the directory', () => {
  it('names queues by their name, workers by their full name or else their friendly name', async () => {
    const { directory } = open({
      WQ1: { name: 'Billing' },
      WK1: { name: 'alice', attributes: { full_name: 'Alice Adams' } },
      WK2: { friendlyName: 'bob', attributes: {} },
    });

    expect(await directory.queue('WQ1')).toBe('Billing');
    expect(await directory.worker('WK1')).toBe('Alice Adams');
    expect(await directory.worker('WK2')).toBe('bob');
  });

  it('asks once for each', async () => {
    const { directory, asked } = open({ WQ1: { name: 'Billing' } });

    await Promise.all([directory.queue('WQ1'), directory.queue('WQ1')]);
    await directory.queue('WQ1');

    expect(asked).toEqual(['WQ1']);
  });

  it('does not know what Flex may not read, and asks again next time', async () => {
    const { directory, asked } = open({});

    expect(await directory.queue('WQ1')).toBeUndefined();
    expect(await directory.queue('WQ1')).toBeUndefined();
    expect(asked).toEqual(['WQ1', 'WQ1']);
  });
});
