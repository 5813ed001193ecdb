import { mapUrl } from './mapUrl';

const page = {
  origin: 'http://alice.localhost:4010',
  host: 'alice.localhost:4010',
  base: 'http://alice.localhost:4010/agent-desktop/',
};

describe('an address a page asks for', () => {
  it.each([
    [
      'https://flex-api.twilio.com/v1/Configuration?UiVersion=2',
      '/_host/flex-api.twilio.com/v1/Configuration?UiVersion=2',
    ],
    ['http://flex-sdk.twilio.com/v1/Telemetry/Events', '/_host/flex-sdk.twilio.com/v1/Telemetry/Events'],
    ['//assets.twilio.com/a.css#x', '/_host/assets.twilio.com/a.css#x'],
    ['https://example.com:8443/x', '/_host/example.com:8443/x'],
  ])('goes to the local Twilio under its host: %s', (address, path) => {
    expect(mapUrl(address, page)).toBe(`http://alice.localhost:4010${path}`);
  });

  it('becomes a plain WebSocket to the local Twilio when it is a secure one to Twilio', () => {
    const mapped = mapUrl('wss://tsock.us1.twilio.com/v3/wsconnect?a=1', page);

    expect(mapped).toBe('ws://alice.localhost:4010/_host/tsock.us1.twilio.com/v3/wsconnect?a=1');
  });

  it.each([
    ["of the page's own origin", 'http://alice.localhost:4010/_flex/shim.js'],
    ['relative to the page', '../countries.json'],
    [
      "already mapped, as a WebSocket's may be",
      'ws://alice.localhost:4010/_host/tsock.us1.twilio.com/v3/wsconnect',
    ],
    ['of a service on this machine', 'http://localhost:4020/attribution-transfer/segment'],
    ['of a service by its loopback address', 'http://127.0.0.1:4020/x'],
    ['of a service by its IPv6 loopback address', 'http://[::1]:4020/x'],
    ['of another page of this machine', 'http://bob.localhost:4010/'],
    ['of data', 'data:audio/mp3;base64,AAAA'],
    ['of a blob', 'blob:http://alice.localhost:4010/1'],
    ['that is none', 'http://'],
  ])('is left alone: %s', (_kind, address) => {
    expect(mapUrl(address, page)).toBeUndefined();
  });

  it('is not taken for this machine because its name only begins or ends like it', () => {
    expect(mapUrl('https://localhost.example.com/', page)).toBeDefined();
    expect(mapUrl('https://notlocalhost/', page)).toBeDefined();
  });
});
