import { createHash } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { formSignatureMatches, jsonSignatureMatches } from './requestSignature';

// Twilio's documented example (Security: Validating Signatures).
const authToken = '12345';
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const params = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};
const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';

const sha256 = (body: string) => createHash('sha256').update(body).digest('hex');
const sign = (address: string, fields = {}) => getExpectedTwilioSignature(authToken, address, fields);

describe('the signature of a form', () => {
  it('is right for Twilio’s own example', () => {
    expect(formSignatureMatches({ authToken, signature, url }, params)).toBe(true);
  });

  it('is right whether or not Twilio signed the standard port', () => {
    const withPort = 'https://mycompany.com:443/x';

    expect(
      formSignatureMatches({ authToken, signature: sign(withPort), url: 'https://mycompany.com/x' }, {}),
    ).toBe(true);
  });

  it('is right for repeated fields', () => {
    const fields = { MediaUrl: ['b', 'a', 'b'] };

    expect(formSignatureMatches({ authToken, signature: sign(url, fields), url }, fields)).toBe(true);
  });

  it.each([
    ['another field', { params: { ...params, Digits: '1235' } }],
    ['a field more', { params: { ...params, Extra: '' } }],
    ['a field less', { params: { CallSid: params.CallSid } }],
    ['another path', { url: 'https://mycompany.com/other.php?foo=1&bar=2' }],
    ['another host', { url: 'https://mycompany.org/myapp.php?foo=1&bar=2' }],
    ['plain http', { url: 'http://mycompany.com/myapp.php?foo=1&bar=2' }],
    ['another order of the query', { url: 'https://mycompany.com/myapp.php?bar=2&foo=1' }],
    ['another auth token', { authToken: '12346' }],
    ['another signature', { signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B9=' }],
    ['a longer signature', { signature: `${signature}x` }],
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['an address that is none', { url: 'https://' }],
  ])('is wrong with %s', (_, change) => {
    const given = { authToken, signature, url, params, ...change };

    expect(formSignatureMatches(given, given.params)).toBe(false);
  });
});

describe('the signature of a JSON body', () => {
  const body = '[{"id": "e1",  "n": 1.0}]';
  const signed = `https://example.com/events?source=sink&bodySHA256=${sha256(body)}`;

  it('is right for the body’s bytes as they came', () => {
    expect(jsonSignatureMatches({ authToken, signature: sign(signed), url: signed }, body)).toBe(true);
    expect(jsonSignatureMatches({ authToken, signature: sign(signed), url: signed }, Buffer.from(body))).toBe(
      true,
    );
  });

  it('is wrong for another body under the same signed address', () => {
    const forged = jsonSignatureMatches(
      { authToken, signature: sign(signed), url: signed },
      '[{"id":"forged"}]',
    );

    expect(forged).toBe(false);
  });

  it('is wrong for the same content written differently', () => {
    const compact = JSON.stringify(JSON.parse(body));

    expect(jsonSignatureMatches({ authToken, signature: sign(signed), url: signed }, compact)).toBe(false);
  });

  it('is wrong for the right hash under a wrong signature', () => {
    expect(jsonSignatureMatches({ authToken, signature: sign(url), url: signed }, body)).toBe(false);
  });

  it('is wrong without a hash', () => {
    const bare = 'https://example.com/events';

    expect(jsonSignatureMatches({ authToken, signature: sign(bare), url: bare }, body)).toBe(false);
  });
});
