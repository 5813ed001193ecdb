import { corsHeaders } from './cors';

const allowed = (origin: string | undefined, setting?: string) =>
  corsHeaders(setting === undefined ? {} : { ALLOWED_ORIGINS: setting }, origin)[
    'Access-Control-Allow-Origin'
  ];

describe('the origins whose pages may read', () => {
  it('are Flex alone unless configured', () => {
    expect(allowed('https://flex.twilio.com')).toBe('https://flex.twilio.com');
    expect(allowed('https://desk.example.com')).toBeUndefined();
  });

  it('are the configured ones, however they are written', () => {
    const setting = 'https://Desk.example.com/ , http://localhost:3000,';

    expect(allowed('https://desk.example.com', setting)).toBe('https://desk.example.com');
    expect(allowed('http://localhost:3000', setting)).toBe('http://localhost:3000');
  });

  it.each([
    'http://flex.twilio.com',
    'https://flex.twilio.com.evil.com',
    'https://evil-flex.twilio.com',
    'https://flex.twilio.com:8443',
    'null',
    '',
    '*',
  ])('are not those that only look alike: %s', (origin) => {
    expect(allowed(origin)).toBeUndefined();
  });

  it('are never all of them', () => {
    expect(allowed('https://evil.example.com', '*')).toBeUndefined();
  });

  it('get no header when a request names none', () => {
    expect(corsHeaders({}, undefined)).toEqual({});
  });

  it('are never allowed to send cookies', () => {
    expect(Object.keys(corsHeaders({}, 'https://flex.twilio.com')).join()).not.toMatch(/credentials/i);
  });
});
