import fc from 'fast-check';
import type { Json } from '../store/store';
import { canonicalJson } from './canonicalJson';
import { fingerprint } from './fingerprint';

const json: fc.Arbitrary<Json> = fc.jsonValue({ depthSize: 'medium' });

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** The same content with the members of every object in reverse order. */
const reversed = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, member === undefined ? undefined : reversed(member)]),
  );
};

describe('canonicalJson', () => {
  it('is JSON of the same content', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('gives the same content the same fingerprint, and another content another', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(fingerprint(reversed(one))).toBe(fingerprint(one));
        expect(fingerprint(one) === fingerprint(other)).toBe(canonicalJson(one) === canonicalJson(other));
      }),
    );
  });
});
