import { median } from './median';
import { printFigures } from './printFigures';

describe('figures', () => {
  it('are printed with their aims', () => {
    const text = printFigures([
      { name: 'rate', value: 1234.4, unit: 'per second', aim: { atLeast: 1_000 } },
      { name: 'overhead', value: 1.304, unit: '× bare', aim: { atMost: 1.25 } },
    ]);
    expect(text).toBe(
      'rate           1234 per second  (aim ≥ 1000: reached)\noverhead       1.30 × bare  (aim ≤ 1.25: missed)',
    );
  });

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('of %j have the median %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});
