import { DeadlineExceeded } from '../errors/deadlineExceeded';
import { startDeadline } from './deadline';

const at = (ms: number, total = 8_000) => {
  let now = 1_000_000;
  const deadline = startDeadline({ now: () => now }, total);
  now += ms;
  return deadline;
};

describe('a deadline', () => {
  it('counts down to 0 and no further', () => {
    expect([at(0).remaining(), at(3_000).remaining(), at(9_000).remaining()]).toEqual([8_000, 5_000, 0]);
  });

  it('gives a call what it asks for while there is plenty', () => {
    expect(at(0).shareFor(3_000)).toBe(3_000);
  });

  it('gives it two thirds of what is left, less what the answer needs, when time is short', () => {
    expect(at(6_900).shareFor(3_000)).toBe(666);
  });

  it('never gives so much that no time is left to answer', () => {
    for (let ms = 0; ms < 7_800; ms += 50) {
      const deadline = at(ms);
      expect(deadline.remaining() - deadline.shareFor(10_000)).toBeGreaterThanOrEqual(100);
    }
  });

  it('refuses to start a call that could not end in time', () => {
    expect(() => at(7_850).shareFor(3_000)).toThrow(DeadlineExceeded);
    expect(() => at(20_000).shareFor(3_000)).toThrow(DeadlineExceeded);
  });
});
