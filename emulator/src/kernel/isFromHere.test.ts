import { isFromHere } from './isFromHere';

describe('a request', () => {
  it.each([
    ['a program of this machine', { host: '127.0.0.1:4010' }],
    ['the redirect preload', { host: 'taskrouter.sydney.au1.twilio.com' }],
    ['a Flex page', { host: 'alice.localhost:4010', origin: 'http://alice.localhost:4010' }],
    ['a page by the IPv6 address', { host: '[::1]:4010', origin: 'http://[::1]:4010' }],
    ['a page of another server here', { host: 'localhost:4010', origin: 'http://localhost:3000' }],
    [
      "a browser that takes this machine for Twilio's",
      { host: 'flex.twilio.com', origin: 'https://flex.twilio.com' },
    ],
  ])('of %s is from here', (_who, headers) => {
    expect(isFromHere(headers)).toBe(true);
  });

  it.each([
    ['a page elsewhere', { host: 'localhost:4010', origin: 'https://evil.example' }],
    [
      "a page of Twilio's that asks this machine",
      { host: 'localhost:4010', origin: 'https://flex.twilio.com' },
    ],
    ['a page without an origin of its own', { host: 'localhost:4010', origin: 'null' }],
    ['a name that was made to resolve to this machine', { host: 'taskrouter.evil.example:4010' }],
    ['a name that only looks like this machine', { host: 'localhost.evil.example' }],
    ["a name that only looks like Twilio's", { host: 'taskrouter.eviltwilio.com' }],
    ['nobody knows whom', {}],
  ])('of %s is not', (_who, headers) => {
    expect(isFromHere(headers)).toBe(false);
  });
});
