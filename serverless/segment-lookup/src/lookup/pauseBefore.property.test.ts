import fc from 'fast-check';
import { pauseBefore } from './pauseBefore';

/** The moments at which somebody looks who has so long and whose look takes so long. */
function looksWithin(budgetMs: number, lookMs: number): number[] {
  const looks: number[] = [];
  let now = 0;
  for (let round = 1; ; round += 1) {
    const pause = pauseBefore(round, Math.max(0, budgetMs - now));
    if (pause === undefined) return looks;
    now += pause;
    looks.push(now);
    now += lookMs;
  }
}

describe('the pauses between looks', () => {
  it('begin with a tenth of a second and grow to a second', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 99].map((round) => pauseBefore(round, 60_000))).toEqual([
      100, 150, 225, 338, 506, 759, 1_000, 1_000, 1_000,
    ]);
  });

  it('never lead past the time there is', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(100), (budgetMs, lookMs) => {
        for (const look of looksWithin(budgetMs, lookMs)) expect(look + lookMs).toBeLessThanOrEqual(budgetMs);
      }),
    );
  });

  it('are few: no more than 13 looks in 7 seconds, the first and the last close to its ends', () => {
    const looks = looksWithin(7_000, 20);

    expect(looks.length).toBeLessThanOrEqual(13);
    expect(looks[0]).toBe(100);
    expect(looks.at(-1)).toBeGreaterThan(5_800);
  });
});
