import { basicAuthMatches, sameText } from './basicAuth';

const header = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;

describe('basic auth', () => {
  it('accepts exactly the credentials, in any case of the scheme', () => {
    expect(basicAuthMatches(header('user:pass:word'), 'user:pass:word')).toBe(true);
    expect(basicAuthMatches(header('user:pässwörd'), 'user:pässwörd')).toBe(true);
    expect(basicAuthMatches(header('user:password').replace('Basic', 'basic'), 'user:password')).toBe(true);
  });

  it.each([
    undefined,
    '',
    'Basic',
    'Basic ',
    header(''),
    header('user:'),
    header('user:passwor'),
    header('user:password2'),
    header('USER:password'),
    `${header('user:password')} x`,
    header('user:password').replace('Basic', 'Bearer'),
    `Basic ${'A'.repeat(5_000)}`,
  ])('refuses %p', (value) => {
    expect(basicAuthMatches(value, 'user:password')).toBe(false);
  });

  it('compares texts of different lengths too', () => {
    expect([sameText('a', 'a'), sameText('a', 'ab'), sameText('', '')]).toEqual([true, false, true]);
  });
});
