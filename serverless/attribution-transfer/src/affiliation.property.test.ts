import fc from 'fast-check';
import { chooseAffiliation, type Affiliations } from './affiliation';

const three: Affiliations = [
  { name: 'BPO_A', weight: 50 },
  { name: 'BPO_B', weight: 30 },
  { name: 'BPO_C', weight: 20 },
];

describe('the company an attempt goes to', () => {
  it('is always the same for the same attempt', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(chooseAffiliation(three, id)).toBe(chooseAffiliation(three, id));
      }),
    );
  });

  it('comes up as often as its share says', () => {
    const counts: Record<string, number> = {};
    for (let attempt = 0; attempt < 20_000; attempt += 1) {
      const name = chooseAffiliation(three, `attempt-${attempt}`);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    for (const { name, weight } of three) expect((counts[name] ?? 0) / 200).toBeCloseTo(weight, -1);
  });

  it('is never one without a share', () => {
    const one: Affiliations = [
      { name: 'closed', weight: 0 },
      { name: 'open', weight: 1 },
      { name: 'closed too', weight: 0 },
    ];
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(chooseAffiliation(one, id)).toBe('open');
      }),
    );
  });
});
