import { readWebhookUrl } from './webhookUrl';

describe('readWebhookUrl', () => {
  it('takes user info, default port and fragment out of what is called and signed', () => {
    const url = readWebhookUrl('https://user:p%40ss@X-1234.twil.io:443/events?b=2&a=%7e#rc=2&rp=all');

    expect(url).toEqual({
      publicUrl: 'https://X-1234.twil.io/events?b=2&a=%7e',
      scheme: 'https',
      host: 'X-1234.twil.io',
      hostname: 'x-1234.twil.io',
      pathAndQuery: '/events?b=2&a=%7e',
      authorization: `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
      fragment: 'rc=2&rp=all',
    });
  });

  it('keeps a port that is not the default one', () => {
    expect(readWebhookUrl('http://localhost:3000/a')).toMatchObject({
      publicUrl: 'http://localhost:3000/a',
      host: 'localhost:3000',
      hostname: 'localhost',
    });
  });

  it('calls the root of a host without a path', () => {
    expect(readWebhookUrl('https://a.example?x=1')?.publicUrl).toBe('https://a.example/?x=1');
  });

  it.each(['', 'ftp://x/', '/relative', 'https://', 'not a url'])('refuses %p', (text) => {
    expect(readWebhookUrl(text)).toBeUndefined();
  });
});
