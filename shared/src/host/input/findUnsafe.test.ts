import { findUnsafe } from './findUnsafe';

const nest = (depth: number): unknown => (depth === 0 ? 1 : { a: nest(depth - 1) });

describe('a body that must not be handled', () => {
  it('is one with the key __proto__, at any depth', () => {
    expect(findUnsafe(JSON.parse('{"a":[{"__proto__":{}}]}'), 1_000)).toBe('has a key that is not allowed');
  });

  it('is one that is nested too deeply', () => {
    expect(findUnsafe(nest(33), 10_000)).toBe('is nested more than 32 levels deep');
    expect(findUnsafe(nest(32), 10_000)).toBeUndefined();
  });

  it.each([
    ['by its values', { a: 'x'.repeat(100) }],
    ['by its keys', { ['x'.repeat(100)]: 1 }],
    ['by its number of values', { a: Array.from({ length: 100 }, () => 0) }],
  ])('is one that is too large %s', (_, value) => {
    expect(findUnsafe(value, 100)).toBe('is larger than 100 characters');
    expect(findUnsafe(value, 110)).toBeUndefined();
  });

  it('is not one that only has odd keys', () => {
    expect(findUnsafe({ constructor: { prototype: 1 }, toString: 'x', '': null }, 100)).toBeUndefined();
  });
});
