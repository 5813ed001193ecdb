import { createVirtualClock } from '../../kernel/virtualClock';
import type { ControllableClock } from '../../kernel/clock';
import { createRowTable, type RowTable } from './rowTable';

let clock: ControllableClock;
let table: RowTable;
beforeEach(() => {
  clock = createVirtualClock({ mode: 'paused' });
  table = createRowTable(clock);
});

const row = (segment: number | string, external = 'WT1') => ({
  segment_id: String(segment),
  external_id: external,
});
const add = (segment: number | string, delayMs = 0, restated: 'repeated' | 'replaced' = 'repeated') => {
  table.add([row(segment)], { restated, delayMs });
};
const segments = (): string[] => table.list().map(({ row: { segment_id: id } }) => id);

describe('the rows of reports', () => {
  it('come when their time has come, in that order', async () => {
    add('late', 2_000);
    add('soon', 1_000);
    add('now');
    const before = segments();
    await clock.advance(2_000);

    expect(before).toEqual(['now']);
    expect(segments()).toEqual(['now', 'soon', 'late']);
    expect(table.loadsToCome).toBe(0);
  });

  it('replace what is there under their segment when they do come', async () => {
    add('a');
    add('b');
    add('a', 1_000, 'replaced');
    const before = segments();
    await clock.advance(1_000);

    expect(before).toEqual(['a', 'b']);
    expect(segments()).toEqual(['b', 'a']);
  });

  it('are the newest 20,000, and the newest 5,000 loads to come', async () => {
    table.add(
      Array.from({ length: 20_001 }, (_, n) => row(n)),
      { restated: 'repeated', delayMs: 0 },
    );
    for (let n = 0; n < 5_001; n++) add(`later ${n}`, 1_000);
    const [loaded, toCome] = [segments(), table.loadsToCome];
    await clock.advance(1_000);

    expect([loaded.length, loaded[0], toCome]).toEqual([20_000, '1', 5_000]);
    expect([segments().length, segments().at(-5_000)]).toEqual([20_000, 'later 1']);
  });

  it('keep the number of their element, whatever else comes', () => {
    add('a');
    const [first] = table.list();
    table.add([row('b', 'WT2'), row('c')], { restated: 'repeated', delayMs: 0 });

    const [, second, third] = table.list();
    expect(third?.elementId).toBe(first?.elementId);
    expect(second?.elementId).not.toBe(first?.elementId);
  });
});
