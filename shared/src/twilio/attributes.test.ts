import { AttributesTooLarge, readAttributes, writeAttributes } from './attributes';

describe('readAttributes', () => {
  it.each([null, undefined, '', '{', '[]', '"text"', 'null', '5'])('has none in %p', (text) => {
    expect(readAttributes(text)).toBeUndefined();
  });

  it('reads a JSON object', () => {
    expect(readAttributes('{"a":{"b":[1]}}')).toEqual({ a: { b: [1] } });
  });
});

describe('writeAttributes', () => {
  const withLength = (length: number) => ({ a: 'x'.repeat(length - '{"a":""}'.length) });

  it('writes up to 4,096 characters', () => {
    expect(writeAttributes(withLength(4_096))).toHaveLength(4_096);
  });

  it('refuses more, and says how many', () => {
    expect(() => writeAttributes(withLength(4_097))).toThrow(AttributesTooLarge);
    expect(() => writeAttributes(withLength(4_097))).toThrow('4097');
  });
});
