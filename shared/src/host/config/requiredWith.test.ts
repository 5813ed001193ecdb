import { text } from './kinds';
import { problemsOf, readConfig, tryConfig } from './readConfig';
import { requiredWith } from './requiredWith';
import { withDefault } from './setting';

const about = (name: string): { names: [string]; description: string } => ({
  names: [name],
  description: 'A setting.',
});
const provider = withDefault(text, 'one', about('PROVIDER'));
const spec = {
  provider,
  ofOne: requiredWith(provider, 'one', text, about('OF_ONE')),
  ofTwo: requiredWith(provider, 'two', text, about('OF_TWO')),
};

describe('a setting that another one makes necessary', () => {
  it.each([
    [{}, ['Missing OF_ONE']],
    [{ PROVIDER: 'one' }, ['Missing OF_ONE']],
    [{ PROVIDER: 'two' }, ['Missing OF_TWO']],
    [{ OF_ONE: 'a' }, []],
  ])('with %j misses %j', (environment, problems) => {
    expect(problemsOf(tryConfig(environment, spec))).toEqual(problems);
  });

  it('is read wherever it is there', () => {
    expect(readConfig({ PROVIDER: 'two', OF_ONE: 'a', OF_TWO: 'b' }, spec)).toEqual({
      provider: 'two',
      ofOne: 'a',
      ofTwo: 'b',
    });
  });

  it('is documented as required where the other’s default makes it so', () => {
    expect([spec.ofOne.required, spec.ofTwo.required]).toEqual([true, false]);
  });
});
