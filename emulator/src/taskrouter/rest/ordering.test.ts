import { orderBy } from './ordering';

const KEYS = { Priority: ({ priority }: Item) => priority, DateCreated: ({ at }: Item) => at };
interface Item {
  readonly priority: number;
  readonly at: number;
}
const items: readonly Item[] = [
  { priority: 1, at: 1 },
  { priority: 2, at: 2 },
  { priority: 2, at: 3 },
];

describe('orderBy', () => {
  it('sorts by pairs, the first one first', () => {
    const sorted = orderBy(items, 'Priority:desc,DateCreated:asc', KEYS);

    expect(sorted.map(({ at }) => at)).toEqual([2, 3, 1]);
  });

  it('keeps the order of creation without an ordering and between equals', () => {
    expect(orderBy(items, undefined, KEYS)).toBe(items);
    expect(orderBy(items, 'Priority', KEYS).map(({ at }) => at)).toEqual([1, 2, 3]);
  });

  it.each(['Nonsense:asc', 'Priority:down', 'Priority:asc:x', 'toString:asc'])('refuses %s', (ordering) => {
    expect(() => orderBy(items, ordering, KEYS)).toThrow('must be one of Priority, DateCreated');
  });
});
