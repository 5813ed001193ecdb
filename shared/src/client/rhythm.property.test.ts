import fc from 'fast-check';
import { pauseBefore } from './rhythm';

const rhythm = { attempts: 5, attemptMs: 1, totalMs: 1, firstPauseMs: 300, longestPauseMs: 5_000 };
const attempts = fc.integer({ min: 1, max: 1_000 });
const randoms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the pause before trying again', () => {
  it('is never shorter than asked for, and at most the longest pause more', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 0, max: 600 }), randoms, (attempt, seconds, random) => {
        const pause = pauseBefore(attempt, seconds, rhythm, () => random);

        expect(pause).toBeGreaterThanOrEqual(seconds * 1_000);
        expect(pause).toBeLessThanOrEqual(seconds * 1_000 + 5_000);
      }),
    );
  });

  it('has a limit that doubles until it is the longest', () => {
    const limits = [1, 2, 3, 4, 5, 6].map((attempt) => pauseBefore(attempt, undefined, rhythm, () => 1));

    expect(limits).toEqual([300, 600, 1_200, 2_400, 4_800, 5_000]);
  });
});
