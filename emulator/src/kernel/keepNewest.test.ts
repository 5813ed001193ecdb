import { keepNewest } from './keepNewest';

describe('keepNewest', () => {
  it('forgets what was set longest ago', () => {
    const map = new Map<string, number>();

    for (const [key, value] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
      ['c', 4],
    ] as const)
      keepNewest(map, key, value, 2);

    expect([...map]).toEqual([
      ['a', 3],
      ['c', 4],
    ]);
  });
});
