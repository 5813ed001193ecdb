import { WebSocket } from 'ws';
import { createLocalTwilio, type LocalTwilio } from '../src';
import { basicAuthorization } from '../src/kernel/basicAuth';
import { askPage } from './askPage';
import { FLEX_SCENARIO } from './flexCentre';

/** What a page of another site could try, when somebody who runs a local Twilio looks at it. */
describe('a page that is not of this machine', () => {
  let twilio: LocalTwilio;
  beforeAll(async () => {
    twilio = await createLocalTwilio();
    await twilio.seed(FLEX_SCENARIO);
    twilio.flex.configure({ pages: { alice: { identity: 'alice' } } });
  });
  afterAll(() => twilio.stop());

  const EVIL = { origin: 'https://evil.example' };
  const SERVICES = '/_host/sync.twilio.com/v1/Services';
  const authorization = () => basicAuthorization(twilio.accountSid, twilio.authToken);

  it("is not answered by Twilio's hosts, though it knows the credentials, nor allowed to ask", async () => {
    const url = `${twilio.origin}${SERVICES}`;

    const asked = await fetch(url, { headers: { ...EVIL, authorization: authorization() } });
    const preflight = await fetch(url, { method: 'OPTIONS', headers: EVIL });

    expect([asked.status, preflight.status]).toEqual([403, 403]);
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('gets nothing by a name of its own that leads here', async () => {
    const headers = { authorization: authorization() };
    const ask = (host: string, path: string) => askPage(twilio.origin, { host, path, headers });

    expect((await ask('sync.evil.example', '/v1/Services')).status).toBe(403);
    expect((await ask('evil.example', SERVICES)).status).toBe(403);
    expect((await ask('evil.example', '/_emulator/overview')).status).toBe(403);
    expect((await ask('localhost', SERVICES)).status).toBe(200);
  });

  it('opens no socket', async () => {
    const url = `${twilio.origin.replace('http', 'ws')}/_host/tsock.us1.twilio.com/v3/wsconnect`;
    const socket = new WebSocket(url, { headers: EVIL });

    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));

    expect(error.message).toContain('403');
  });

  it.each([
    ['alice.localhost', '/_flex/session.js'],
    ['localhost', '/console.js'],
  ])('includes no script of %s, which may hold a session: %s', async (host, path) => {
    const { status, headers } = await askPage(twilio.origin, { host, path });

    expect(status).toBe(200);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it('shows no page of ours in a frame of its own', async () => {
    for (const host of ['localhost', 'alice.localhost']) {
      const { headers } = await askPage(twilio.origin, { host, path: '/' });
      expect(headers['content-security-policy']).toMatch(/frame-ancestors '(none|self)'/);
    }
  }, 60_000);
});
