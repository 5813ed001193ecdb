import { publicUrl } from './publicUrl';

const functions = { publicUrl: undefined, domainName: 'calls-1234.twil.io', path: '/status', query: [] };

describe('the address Twilio called', () => {
  it('is the function’s own', () => {
    expect(publicUrl(functions)).toBe('https://calls-1234.twil.io/status');
  });

  it('is the configured one when there is one', () => {
    const configured = publicUrl({ ...functions, publicUrl: 'https://example.com/base/' });

    expect(configured).toBe('https://example.com/base/status');
  });

  it('has the query in the order of the webhook’s URL', () => {
    const query = [
      ['task', 'WT1'],
      ['a', 'x y&z'],
    ] as const;

    expect(publicUrl({ ...functions, query })).toBe('https://calls-1234.twil.io/status?task=WT1&a=x%20y%26z');
  });
});
