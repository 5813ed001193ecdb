import { attributeLookup } from './attributeLookup';
import { evaluate } from './evaluate';
import { parseExpression } from './parse';

const worker = {
  level: 5,
  name: 'Ann',
  vip: true,
  skills: ['sales', 'support', 7],
  object: { array: ['a', 'b', 'c'], attr: 'bar' },
  nothing: null,
};

const holds = (text: string, root: unknown = worker): boolean =>
  evaluate(parseExpression(text), attributeLookup(root));

describe('evaluate', () => {
  it.each([
    '1 == 1',
    '0 != 1',
    'level == 5.0',
    'level >= 5 AND level <= 5',
    'name == "Ann"',
    'name < "Bob"',
    'name CONTAINS "nn"',
    'level CONTAINS 5',
    'vip == true',
    'skills HAS "sales"',
    'skills HAS 7',
    '"sales" IN skills',
    'name IN ["Ann", "Bob"]',
    'name NOT IN ["Bob"]',
    'skills[1] == "support"',
    'object.array[2] == "c"',
    'object.attr == "bar"',
    'missing == null',
    'nothing == null',
    'skills != null',
    'object != null',
    'name != null',
    'missing != true',
    'missing NOT IN ["x"]',
    'level == 1 OR vip == true AND name == "Ann"',
  ])('holds: %s', (text) => {
    expect(holds(text)).toBe(true);
  });

  it.each([
    ['a scalar operator on an array', 'skills == "sales"'],
    ['a scalar operator on two arrays', 'skills == skills'],
    ['inequality on an array', 'skills != "sales"'],
    ['CONTAINS on an array', 'skills CONTAINS "sales"'],
    ['HAS on two scalars', 'level HAS 5'],
    ['IN on two scalars', 'name IN "Anna"'],
    ['NOT IN on two scalars', 'name NOT IN "Bob"'],
    ['equality of number and text', 'level == "5"'],
    ['inequality of number and text', 'level != "4"'],
    ['order of number and text', 'level < "9"'],
    ['order of booleans', 'vip > false'],
    ['order against a missing key', 'missing < 9'],
    ['CONTAINS of a missing key', 'missing CONTAINS "u"'],
    ['equality of an object', 'object == "bar"'],
    ['a key of another case', 'Level == 5'],
    ['an index beyond the end', 'skills[9] == "sales"'],
    ['an index into an object', 'object[0] == "bar"'],
    ['a property of text', 'name.length == 3'],
    ['an inherited property', 'object.toString != null'],
  ])('does not hold: %s', (_, text) => {
    expect(holds(text)).toBe(false);
  });

  it('resolves the scopes of a workflow target', () => {
    const scopes = {
      task: { targetSid: 'WK1', language: 'fr' },
      worker: { sid: 'WK1', languages: ['en', 'fr'], channel: { chat: { assigned_tasks: 0 } } },
    };

    const result = holds(
      '(worker.waitingOfflineContact != true AND worker.channel.chat.assigned_tasks == 0) AND task.targetSid == worker.sid AND task.language IN worker.languages',
      scopes,
    );

    expect(result).toBe(true);
  });
});
