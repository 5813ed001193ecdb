import { identityCache } from './identityCache';

const setUp = (capacity = 3) => {
  const clock = { time: 1_000, now: () => clock.time };
  return { clock, cache: identityCache(clock, capacity) };
};
const user = (identity: string) => ({ identity, roles: [] });

describe('the cache of identities', () => {
  it('knows a user until its time', () => {
    const { clock, cache } = setUp();
    cache.keep('a', user('ann'), 2_000);

    clock.time = 1_999;
    expect(cache.find('a')).toEqual(user('ann'));
    clock.time = 2_000;
    expect(cache.find('a')).toBeUndefined();
  });

  it('keeps nothing that is over already', () => {
    const { clock, cache } = setUp();
    cache.keep('a', user('ann'), 1_000);

    clock.time = 500;
    expect(cache.find('a')).toBeUndefined();
  });

  it('forgets the one that was used least recently', () => {
    const { cache } = setUp(3);
    for (const name of ['a', 'b', 'c']) cache.keep(name, user(name), 2_000);
    cache.find('a');

    cache.keep('d', user('d'), 2_000);

    expect(['a', 'b', 'c', 'd'].filter((name) => cache.find(name))).toEqual(['a', 'c', 'd']);
  });
});
