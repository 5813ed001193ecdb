import * as fc from 'fast-check';
import { attributeLookup, evaluate, parseExpression, printExpression } from '.';
import type { Expression, Operand, Scalar } from '.';
import type { ComparisonOperator } from './ast';

const OPERATORS: readonly ComparisonOperator[] = [
  '==',
  '!=',
  '>',
  '>=',
  '<',
  '<=',
  'CONTAINS',
  'HAS',
  'IN',
  'NOT IN',
];
const KEYWORDS = ['and', 'or', 'not', 'in', 'has', 'contains', 'true', 'false', 'null'];

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
);
const key = fc
  .stringMatching(/^[A-Za-z_$][\w$]{0,4}$/u)
  .filter((word) => !KEYWORDS.includes(word.toLowerCase()));
const operand: fc.Arbitrary<Operand> = fc.oneof(
  scalar.map((value) => ({ kind: 'scalar' as const, value })),
  fc.array(scalar, { maxLength: 3 }).map((items) => ({ kind: 'array' as const, items })),
  fc
    .tuple(key, fc.array(fc.oneof(key, fc.nat({ max: 9 })), { maxLength: 3 }))
    .map(([head, tail]) => ({ kind: 'path' as const, path: [head, ...tail] })),
);
const { expression } = fc.letrec<{ expression: Expression; comparison: Expression; junction: Expression }>(
  (tie) => ({
    expression: fc.oneof({ depthSize: 'small' }, tie('comparison'), tie('junction')),
    comparison: fc.record({
      kind: fc.constant('comparison' as const),
      operator: fc.constantFrom(...OPERATORS),
      left: operand,
      right: operand,
    }),
    junction: fc.record({
      kind: fc.constantFrom('AND' as const, 'OR' as const),
      conditions: fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
    }),
  }),
);

describe('expressions', () => {
  it('survive being printed and parsed', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        expect(parseExpression(printExpression(tree))).toEqual(tree);
      }),
      { numRuns: 2000 },
    );
  });

  it('give true or false for whatever the attributes are', () => {
    fc.assert(
      fc.property(expression, fc.jsonValue(), (tree, attributes) => {
        expect(typeof evaluate(tree, attributeLookup(attributes))).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('are either read or refused with 20001, whatever the text', () => {
    const fragment = fc.constantFrom(
      'a',
      '.',
      '-',
      '"',
      "'",
      ' ',
      '(',
      ')',
      '[',
      ']',
      '1',
      '==',
      'NOT',
      'IN',
      ',',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fragment).map((parts) => parts.join('')),
        ),
        (text) => {
          try {
            parseExpression(text);
          } catch (error) {
            expect(error).toMatchObject({ status: 400, code: 20001 });
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('treat == and != as opposites unless the types differ', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const lookup = attributeLookup({ left, right });
        expect(evaluate(parseExpression('left == right'), lookup)).toBe(
          !evaluate(parseExpression('left != right'), lookup),
        );
      }),
    );
  });
});
