import { callbackAddress, readRecoverySettings } from './settings';

const configured = (disconnectRecovery: object) => [{ patchbay: { disconnectRecovery } }];
const url = 'https://recovery.example';

describe('the settings', () => {
  it("are the build's domain, as it is deployed, or an address", () => {
    expect(readRecoverySettings([], 'recovery-1234.twil.io')).toEqual({
      kind: 'on',
      settings: { url: 'https://recovery-1234.twil.io', enabled: true },
    });
    expect(readRecoverySettings([], 'http://localhost:3001')).toMatchObject({
      settings: { url: 'http://localhost:3001' },
    });
  });

  it("are what Flex's configuration says, over the build", () => {
    expect(readRecoverySettings(configured({ url }), 'other.twil.io')).toMatchObject({ settings: { url } });
    expect(readRecoverySettings(configured({ enabled: false }), 'other.twil.io')).toEqual({ kind: 'off' });
  });

  it.each([undefined, ''])('are unusable without an address (%j)', (domain) => {
    expect(readRecoverySettings([], domain)).toEqual({ kind: 'unusable', names: ['url'] });
  });

  it('may name another address for Twilio than for the page', () => {
    expect(callbackAddress({ url, enabled: true })).toBe(url);
    expect(callbackAddress({ url, enabled: true, publicUrl: 'https://public.example' })).toBe(
      'https://public.example',
    );
  });
});
