import { expiringCache } from './expiringCache';

const setUp = (capacity = 3) => {
  const clock = { time: 1_000, now: () => clock.time };
  return { clock, cache: expiringCache<string>(clock, capacity) };
};

describe('a cache', () => {
  it('knows a value until its time', () => {
    const { clock, cache } = setUp();
    cache.keep('a', 'ann', 2_000);

    clock.time = 1_999;
    expect(cache.find('a')).toEqual('ann');
    clock.time = 2_000;
    expect(cache.find('a')).toBeUndefined();
  });

  it('keeps nothing that is over already', () => {
    const { clock, cache } = setUp();
    cache.keep('a', 'ann', 1_000);

    clock.time = 500;
    expect(cache.find('a')).toBeUndefined();
  });

  it('forgets the one that was used least recently', () => {
    const { cache } = setUp(3);
    for (const name of ['a', 'b', 'c']) cache.keep(name, name, 2_000);
    cache.find('a');

    cache.keep('d', 'd', 2_000);

    expect(['a', 'b', 'c', 'd'].filter((name) => cache.find(name))).toEqual(['a', 'c', 'd']);
  });
});
