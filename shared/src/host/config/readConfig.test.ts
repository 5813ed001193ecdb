import { ConfigurationMissing } from '../../errors/configurationMissing';
import { TaskQueueSid } from '../../contracts/sids';
import * as z from 'zod/mini';
import { flag, integer, list, matching, text } from './kinds';
import { problemsOf, readConfig, tryConfig } from './readConfig';
import { optional, required, withDefault, type ConfigSpec } from './setting';

const problems = (environment: Readonly<Record<string, unknown>>, spec: ConfigSpec<object>) =>
  problemsOf(tryConfig(environment, spec));

const about = (...names: [string, ...string[]]) => ({ names, description: 'A setting.' });
const QUEUE = `WQ${'a'.repeat(32)}`;

describe('the configuration', () => {
  it('is read with its types', () => {
    const spec = {
      queue: required(matching(TaskQueueSid), about('QUEUE')),
      seconds: required(integer(1, 60), about('SECONDS')),
      on: required(flag, about('ON')),
      names: required(list, about('NAMES')),
      greeting: withDefault(text, 'hello', about('GREETING')),
      nickname: optional(text, about('NICKNAME')),
    };

    const config = readConfig({ QUEUE, SECONDS: '15', ON: 'false', NAMES: 'a, b,,c ' }, spec);

    expect(config).toEqual({
      queue: QUEUE,
      seconds: 15,
      on: false,
      names: ['a', 'b', 'c'],
      greeting: 'hello',
      nickname: undefined,
    });
  });

  it('names everything that is missing at once', () => {
    const spec = {
      a: required(text, about('A')),
      b: optional(text, about('B')),
      c: required(text, about('C', 'OLD_C')),
    };

    expect(() => readConfig({}, spec)).toThrow(ConfigurationMissing);
    expect(problems({}, spec)).toEqual(['Missing A', 'Missing C']);
  });

  it('prefers the documented name, takes an alias otherwise', () => {
    const spec = { a: required(text, about('A', 'OLD_A')) };

    expect(readConfig({ OLD_A: 'old' }, spec)).toEqual({ a: 'old' });
    expect(readConfig({ A: 'new', OLD_A: 'old' }, spec)).toEqual({ a: 'new' });
  });

  it.each([[''], ['  '], [7], [undefined], [null]])('takes %j for absent', (value) => {
    expect(problems({ A: value }, { a: required(text, about('A')) })).toEqual(['Missing A']);
  });

  it.each([
    [integer(1, 60), '0', 'must be a whole number from 1 to 60'],
    [integer(1, 60), '61', 'must be a whole number from 1 to 60'],
    [integer(1, 60), '1.5', 'must be a whole number from 1 to 60'],
    [integer(1, 60), '1e1', 'must be a whole number from 1 to 60'],
    [flag, 'yes', 'must be true or false'],
    [matching(TaskQueueSid), 'WQsecret', 'must be WQ followed by 32 hex digits'],
    [matching(z.enum(['a', 'b'])), 'secret', 'must be one of a, b'],
  ])('says what a value must be, never what it is', (kind, value, problem) => {
    expect(problems({ A: value }, { a: required<unknown>(kind, about('A')) })).toEqual([`A ${problem}`]);
  });

  it('does not look at names that every object has', () => {
    expect(problems({}, { a: required(text, about('constructor')) })).toEqual(['Missing constructor']);
  });
});
