import { createPublicHosts } from './publicHosts';
import { readWebhookUrl } from './webhookUrl';

const resolve = (hosts: ReturnType<typeof createPublicHosts>, url: string): string | undefined => {
  const read = readWebhookUrl(url);
  return read && hosts.resolve(read);
};

describe('public hosts', () => {
  it('lead to their origin on this machine, whatever their case', () => {
    const hosts = createPublicHosts();
    hosts.set('X-1234-dev.twil.io', 'http://127.0.0.1:3001/');

    expect(resolve(hosts, 'https://x-1234-DEV.twil.io/events')).toBe('http://127.0.0.1:3001');
  });

  it('need no entry when they are this machine', () => {
    expect(resolve(createPublicHosts(), 'http://localhost:3000/x')).toBe('http://localhost:3000');
  });

  it('lead nowhere when unknown or removed', () => {
    const hosts = createPublicHosts();
    hosts.set('a.example', 'http://localhost:1');
    hosts.remove('a.example');

    expect(resolve(hosts, 'https://a.example/')).toBeUndefined();
  });

  it.each(['https://example.com', 'http://10.0.0.1', 'https://localhost:1', 'nonsense'])(
    'never lead to %s',
    (origin) => {
      expect(() => {
        createPublicHosts().set('a.example', origin);
      }).toThrow(RangeError);
    },
  );
});
