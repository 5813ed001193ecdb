import fc from 'fast-check';

/** What nobody expects, with what prototypes, lengths and counting stumble over. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ depthSize: 'small' }),
  fc.constantFrom(undefined, null, NaN, -Infinity, '', 'WARM', '\u{1F4DE}\u{1F4DE}', '\uD83D', [], {}),
  fc.constantFrom<unknown>({ length: 9 }, { length: null }, { length: '2' }, { length: undefined }),
  fc.constantFrom('{"__proto__":{"a":1}}', '{"a":1,"__proto__":1}').map((json): unknown => JSON.parse(json)),
);

/** Texts that match the patterns used here, nearly match them, or count otherwise than they measure. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.stringMatching(/^pb[a-z]{0,4}$/),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
