import { contains, isOneOf, type Matches } from './comparison';
import { InvalidQuery } from './invalidQuery';
import { tokenize, type Token } from './tokenize';

/** Longer than any filter of Flex; guards the parser. */
const MAX_LENGTH = 16_384;
const MAX_DEPTH = 100;

/**
 * Compiles a live query (docs: Live Query Language): `field operator "value"`, joined by `and` before `or`, in
 * parentheses. An empty one matches every row. Throws 400 / 54507.
 */
export function compileQuery(query: string): Matches {
  if (query.length > MAX_LENGTH) throw new InvalidQuery(`longer than ${MAX_LENGTH} characters`);
  const tokens = tokenize(query);
  if (tokens.length === 0) return () => true;
  let at = 0;

  const next = (): Token => {
    const token = tokens[at++];
    if (!token) throw new InvalidQuery('it ends too early');
    return token;
  };
  const take = (kind: Token['kind'], value: string): boolean => {
    const token = tokens[at];
    if (token?.kind !== kind || token.value !== value) return false;
    at += 1;
    return true;
  };
  const expect = (kind: Token['kind'], value?: string): string => {
    const token = next();
    if (token.kind === kind && (value === undefined || token.value === value)) return token.value;
    throw new InvalidQuery(`expected ${value ?? kind}, found "${token.value}"`);
  };

  const list = (): string[] => {
    expect('mark', '[');
    if (take('mark', ']')) return [];
    const values = [expect('text')];
    while (take('mark', ',')) values.push(expect('text'));
    expect('mark', ']');
    return values;
  };

  const comparison = (): Matches => {
    const field = expect('field');
    const operator = expect('operator');
    switch (operator) {
      case 'eq':
        return isOneOf(field, [expect('text')]);
      case 'not_eq':
        return negate(isOneOf(field, [expect('text')]));
      case 'in':
        return isOneOf(field, list());
      case 'not_in':
        return negate(isOneOf(field, list()));
      case 'contains':
        return contains(field, expect('text'));
      default:
        throw new InvalidQuery(`"${operator}" compares nothing`);
    }
  };

  const operand = (depth: number): Matches => {
    if (depth > MAX_DEPTH) throw new InvalidQuery('too many parentheses');
    if (!take('mark', '(')) return comparison();
    const inner = either(depth + 1);
    expect('mark', ')');
    return inner;
  };
  const both = (depth: number): Matches => {
    const operands = [operand(depth)];
    while (take('operator', 'and')) operands.push(operand(depth));
    return (row) => operands.every((matches) => matches(row));
  };
  const either = (depth: number): Matches => {
    const operands = [both(depth)];
    while (take('operator', 'or')) operands.push(both(depth));
    return (row) => operands.some((matches) => matches(row));
  };

  const matches = either(0);
  const rest = tokens[at];
  if (rest) throw new InvalidQuery(`"${rest.value}" is too much`);
  return matches;
}

const negate =
  (matches: Matches): Matches =>
  (row) =>
    !matches(row);
