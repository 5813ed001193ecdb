import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readEnvironment } from '../deployable/readEnvironment';
import { createRepository } from '../testing/createRepository';
import { writeEnvironment } from './writeEnvironment';

const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,12}$/);
const value = fc.oneof(
  fc.stringMatching(/^[^\r\n]{0,40}$/),
  fc.constantFrom(`"`, `'`, `''`, `"a'b"`, ' # no comment ', '=', '{"a":"b\\"c"}', 'two\nlines', `\\n`),
);

describe('an env file', () => {
  const repository = createRepository();
  afterAll(() => {
    repository.remove();
  });
  const file = repository.resolve('some.env');

  it('gives back exactly the values it was written from', () => {
    fc.assert(
      fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (values) => {
        writeEnvironment(file, values);
        expect(readEnvironment(readFileSync(file, 'utf8'))).toEqual(values);
      }),
    );
  });

  it.each([
    [{ 'A-B': 'x' }, 'A-B is not the name of a variable'],
    [{ SECRET: 'a\nb\\nc' }, 'SECRET: this value cannot be written'],
    [{ SECRET: 'a\r\nb' }, 'SECRET: this value cannot be written'],
  ])('refuses %j without showing the value', (values: Record<string, string>, problem) => {
    expect(() => {
      writeEnvironment(file, values);
    }).toThrow(problem);
  });
});
