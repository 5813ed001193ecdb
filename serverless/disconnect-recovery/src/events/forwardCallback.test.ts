import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { formSignatureMatches } from '@patchbay/shared';
import { forwardCallback, mayForward } from './forwardCallback';

describe('an address that a callback went to before', () => {
  it.each([
    ['https://old.example.com/callback?x=1', true],
    ['http://old.example.com/callback', false],
    ['https://elsewhere.example.com/callback', false],
    ['https://old.example.com.evil.test/', false],
    ['https://user:secret@old.example.com/', false],
    ['not an address', false],
  ])('%s gets a copy: %s', (url, may) => {
    expect(mayForward(url, ['old.example.com'])).toBe(may);
  });
});

describe('a copy of a callback', () => {
  const deadline = { remaining: () => 1_000, shareFor: () => 1_000 };
  const form = { ConferenceSid: 'CF1', StatusCallbackEvent: 'conference-end' };

  it('is signed for where it goes', async () => {
    const got: { body: string; signature: unknown }[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        got.push({ body, signature: request.headers['x-twilio-signature'] });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/old`;

    await forwardCallback({ authToken: 'token', deadline }, url, form);
    server.close();

    expect(Object.fromEntries(new URLSearchParams(got[0]?.body))).toEqual(form);
    const signature = String(got[0]?.signature);
    expect(formSignatureMatches({ authToken: 'token', signature, url }, form)).toBe(true);
  });

  it('that nobody takes is nobody’s fault', async () => {
    await expect(
      forwardCallback({ authToken: 'token', deadline }, 'http://127.0.0.1:1/', form),
    ).resolves.toBeUndefined();
  });
});
