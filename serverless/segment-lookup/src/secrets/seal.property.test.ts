import fc from 'fast-check';
import { deriveKey } from './deriveKey';
import { seal, unseal } from './seal';

const secrets = { authToken: 'f'.repeat(32), password: 'open sesame' };
const key = deriveKey(secrets, 'test');

describe('a sealed text', () => {
  it('comes back whole, under its context only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, context, other) => {
        const sealed = seal(key, text, context);

        expect(unseal(key, sealed, context)).toBe(text);
        expect(unseal(key, sealed, other)).toBe(other === context ? text : undefined);
      }),
    );
  });

  it('does not open when a character was changed, added or taken away', () => {
    const sealed = seal(key, 'the address of a report', 'ann');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('', 'A', '_', '=', '!', 'AA'), (at, put) => {
        const changed = sealed.slice(0, at) + put + sealed.slice(at + 1);
        fc.pre(changed !== sealed);

        expect(unseal(key, changed, 'ann')).toBeUndefined();
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', 'AAAA', 'not base64 at all!', 'A'.repeat(2_048)])
      expect(unseal(key, text, '')).toBeUndefined();
  });

  it('shows nothing of the text, and never looks the same twice', () => {
    const [one, two] = [seal(key, 'gdc/projects/workspace', ''), seal(key, 'gdc/projects/workspace', '')];

    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('workspace');
  });

  it.each([
    ['password', deriveKey({ ...secrets, password: 'another' }, 'test')],
    ['auth token', deriveKey({ ...secrets, authToken: '0'.repeat(32) }, 'test')],
    ['purpose', deriveKey(secrets, 'another')],
  ])('does not open with another %s', (_what, other) => {
    expect(unseal(other, seal(key, 'text', ''), '')).toBeUndefined();
  });
});
