import { forgetOldest } from './forgetOldest';

const isOver = ({ over }: { over: boolean }): boolean => over;

const recordsOf = (...lives: readonly boolean[]) =>
  new Map(lives.map((over, index) => [String(index), { sid: String(index), over }]));

describe('what is over', () => {
  it('is forgotten beyond a number, the oldest first, whatever is still under way between', () => {
    const records = recordsOf(true, false, true, true, false, true);

    forgetOldest(records, isOver, 2);

    expect([...records.keys()]).toEqual(['1', '3', '4', '5']);
  });

  it('stays up to that number', () => {
    const records = recordsOf(true, true);

    forgetOldest(records, isOver, 2);

    expect(records.size).toBe(2);
  });
});
