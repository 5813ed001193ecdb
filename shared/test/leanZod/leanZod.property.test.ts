import fc from 'fast-check';
import { fieldsOf, formKind } from '../../src/host/input/formKind';
import { anyTwins, type Twins } from './anyTwins';

const trial: fc.Arbitrary<{ pair: Twins; value: unknown }> = anyTwins.chain((pair) =>
  pair.values.map((value) => ({ pair, value })),
);

/** What came of a value, to the last field of an issue and the order of the data's bytes. */
function outcomeOf(schema: Twins['zod'] | Twins['lean'], value: unknown): object {
  try {
    const parsed = schema.safeParse(value);
    return parsed.success
      ? { data: parsed.data, bytes: JSON.stringify(parsed.data) }
      : { issues: parsed.error.issues };
  } catch {
    // zod measures whatever has a length; that of {"length":{"toString":1}} throws.
    return { threw: true };
  }
}

const forms = (schema: Twins['zod'] | Twins['lean']) =>
  [['', schema] as const, ...Object.entries(fieldsOf(schema))].map(([name, one]) => [name, formKind(one)]);

describe('the zod that functions carry', () => {
  it('makes of every value what zod makes of it', () => {
    fc.assert(
      fc.property(trial, ({ pair, value }) => {
        expect(outcomeOf(pair.lean, value)).toStrictEqual(outcomeOf(pair.zod, value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells the host the same of how a form carries a value', () => {
    fc.assert(
      fc.property(anyTwins, (pair) => {
        expect(forms(pair.lean)).toEqual(forms(pair.zod));
      }),
      { numRuns: 500 },
    );
  });
});
