import { canonicalText } from '../json';
import { normaliseConfiguration } from './normaliseConfiguration';
import { normaliseExpression } from './normaliseExpression';

const meaning = (routing: Parameters<typeof normaliseConfiguration>[0]): string =>
  canonicalText(normaliseConfiguration({ task_routing: routing }));
const filters = (...targets: Record<string, string | number | null>[]) => ({
  filters: [{ filter_friendly_name: 'F', expression: 'a == 1', targets }],
});

describe('the meaning of a workflow', () => {
  it.each([
    [
      'a queue that the target before names',
      filters({ queue: 'WQ1', timeout: 5 }, { queue: 'WQ1' }),
      filters({ queue: 'WQ1', timeout: 5 }, {}),
    ],
    [
      'numbers as text',
      filters({ queue: 'WQ1', timeout: 5, priority: 2 }),
      filters({ queue: 'WQ1', timeout: '5', priority: '2' }),
    ],
    ['the order of members', filters({ queue: 'WQ1', timeout: 5 }), filters({ timeout: 5, queue: 'WQ1' })],
    ['null for nothing', filters({ queue: 'WQ1' }), filters({ queue: 'WQ1', skip_if: null })],
    [
      'white space in expressions',
      filters({ queue: 'WQ1', expression: 'worker.a == 1' }),
      filters({ queue: 'WQ1', expression: ' worker.a==1 ' }),
    ],
    [
      'no filters at all',
      { default_filter: { queue: 'WQ1' } },
      { filters: [], default_filter: { queue: 'WQ1' } },
    ],
  ])('does not depend on %s', (_what, one, other) => {
    expect(meaning(other)).toBe(meaning(one));
  });

  it.each([
    ['a time-out', filters({ queue: 'WQ1', timeout: 5 }), filters({ queue: 'WQ1', timeout: 6 })],
    [
      'the order of targets',
      filters({ queue: 'WQ1' }, { queue: 'WQ2' }),
      filters({ queue: 'WQ2' }, { queue: 'WQ1' }),
    ],
    ['a default queue', { default_filter: { queue: 'WQ1' } }, { default_filter: { queue: 'WQ2' } }],
    [
      'a member nobody here knows',
      filters({ queue: 'WQ1', order_by: 'worker.a ASC' }),
      filters({ queue: 'WQ1' }),
    ],
  ])('depends on %s', (_what, one, other) => {
    expect(meaning(other)).not.toBe(meaning(one));
  });

  it('leaves what is no configuration as it is', () => {
    expect(normaliseConfiguration('no JSON')).toBe('no JSON');
  });
});

describe('the meaning of an expression', () => {
  it.each([
    ['1==1', '1 == 1'],
    ['a  IN ["x","y z"]', "a IN ['x', 'y z']"],
    ['(a>=1)AND b!=null', '( a >= 1 ) AND b != null'],
  ])('%s is %s', (one, other) => {
    expect(normaliseExpression(one)).toBe(normaliseExpression(other));
  });

  it.each([
    ["a == 'x y'", "a == 'x  y'"],
    ["a == 'x'", 'a == x'],
    ['a > 1', 'a >= 1'],
    [`a == "it's"`, `a == 'it's'`],
  ])('%s is not %s', (one, other) => {
    expect(normaliseExpression(one)).not.toBe(normaliseExpression(other));
  });
});
