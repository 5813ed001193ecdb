import { seededRandom } from './random';

describe('seededRandom', () => {
  it('gives the same numbers and SIDs for the same seed, others for another', () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return [random.next(), random.sid('WT'), random.next()];
    };

    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('gives SIDs that do not repeat', () => {
    const random = seededRandom(1);
    const sids = Array.from({ length: 10_000 }, () => random.sid('WT'));

    expect(new Set(sids).size).toBe(sids.length);
    expect(sids.every((sid) => /^WT[0-9a-f]{32}$/.test(sid))).toBe(true);
  });
});
