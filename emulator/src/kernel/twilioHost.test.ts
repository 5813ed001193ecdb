import { findDestination, isLoopback, productLabel } from './twilioHost';

describe('findDestination', () => {
  it('reads the Host header, without its port', () => {
    const found = findDestination({ host: 'TaskRouter.Twilio.com:443' }, '/v1/Workspaces');

    expect(found).toEqual({ kind: 'twilio', host: 'taskrouter.twilio.com', path: '/v1/Workspaces' });
  });

  it('prefers the header of clients that cannot set Host', () => {
    const found = findDestination(
      { host: '127.0.0.1:4010', 'x-emulator-host': 'sync.twilio.com' },
      '/v1/Services',
    );

    expect(found).toMatchObject({ host: 'sync.twilio.com' });
  });

  it('takes the host from the path prefix of browsers', () => {
    const found = findDestination(
      { host: 'alice.localhost:4010' },
      '/_host/event-bridge.twilio.com/v1/wschannels',
    );

    expect(found).toEqual({ kind: 'twilio', host: 'event-bridge.twilio.com', path: '/v1/wschannels' });
  });

  it('knows its own administration', () => {
    expect(findDestination({ host: 'localhost:4010' }, '/_emulator/health').kind).toBe('admin');
  });
});

it.each([
  ['taskrouter.twilio.com', 'taskrouter'],
  ['taskrouter.sydney.au1.twilio.com', 'taskrouter'],
  ['event-bridge.us1.twilio.com', 'event-bridge'],
])('the product of %s is %s', (host, label) => {
  expect(productLabel(host)).toBe(label);
});

it.each([
  ['localhost', true],
  ['alice.localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['localhost.evil.com', false],
  ['127.0.0.1.nip.io', false],
  ['twilio.com', false],
])('%s is this machine: %p', (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected);
});
