import { flaw } from './flaw';
import { type Internals, type Reading, Schema } from './schema';

export const fine = (value: unknown): Reading => ({ value, flaws: [] });

/** A value that is not of the type. */
export const mistyped = (value: unknown, expected: string): Reading => ({
  value,
  flaws: [
    flaw('grave', {
      code: 'invalid_type',
      expected,
      ...(expected === 'number' && typeof value === 'number' && { received: String(value) }),
    }),
  ],
});

const typed = (type: string, is: (value: unknown) => boolean): Schema =>
  new Schema({ def: { type } }, (value) => (is(value) ? fine(value) : mistyped(value, type)));

export const string = (): Schema => typed('string', (value) => typeof value === 'string');

export const number = (): Schema => typed('number', Number.isFinite);

export const boolean = (): Schema => typed('boolean', (value) => typeof value === 'boolean');

export const unknown = (): Schema => typed('unknown', () => true);

export const literal = (value: unknown): Schema => {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return oneOf(values, { type: 'literal', values });
};

const enumeration = (values: readonly string[]): Schema =>
  oneOf(values, { type: 'enum', entries: Object.fromEntries(values.map((value) => [value, value])) });

export { enumeration as enum };

const oneOf = (values: readonly unknown[], def: Internals['def']): Schema =>
  new Schema({ def }, (value) =>
    values.includes(value)
      ? fine(value)
      : { value, flaws: [flaw('grave', { code: 'invalid_value', values })] },
  );
