import { askHost, postJson } from './askHost';
import { openFlexCentre, type FlexTestCentre } from './flexCentre';
import { textIn } from './memberOf';

let centre: FlexTestCentre;

beforeAll(async () => {
  centre = await openFlexCentre({ mode: 'paused', startMs: Date.UTC(2026, 0, 31, 9) });
});
afterAll(async () => {
  await centre.twilio.stop();
});

/** Of the account, below `/v1/Accounts/{AC}`. */
const ask = (host: string, path: string, init: RequestInit) =>
  askHost(centre.twilio.origin, `${host}/v1/Accounts/${centre.twilio.accountSid}/${path}`, init);

describe('a token', () => {
  const info = (token: string) =>
    ask('flex-api.twilio.com', 'Tokens/Info', {
      method: 'POST',
      body: new URLSearchParams({ Token: token }),
    });
  const refresh = (token: string) => ask('iam.twilio.com', 'Tokens/refresh', postJson({ token }));

  it('tells whose it is, what he may do and how he is called', async () => {
    await expect(info(centre.tokenOf('sam'))).resolves.toMatchObject({
      status: 200,
      body: {
        valid: true,
        identity: 'sam',
        roles: ['supervisor'],
        worker_sid: centre.seeded.workers['sam'],
        full_name: 'Sam Supervisor',
        email: 'sam@example.com',
        flex_user_sid: expect.stringMatching(/^FU[0-9a-f]{32}$/) as string,
      },
    });
  });

  it("ends by the browser's clock, however the local Twilio's stands", async () => {
    const { body } = await info(centre.tokenOf('alice'));
    const before = Date.now();

    const expiration = textIn(body, 'expiration');

    expect(Date.parse(expiration)).toBeGreaterThan(before + 11 * 3_600_000);
  });

  it.each([
    ['unknown', () => 'never-issued', 20003],
    [
      'expired',
      () => centre.twilio.identities.issue({ identity: 'x', roles: [], lifetimeMs: -1 }).token,
      20104,
    ],
  ])('that is %s sends Flex UI to sign in: 401 with the code in its message', async (_kind, token, code) => {
    await expect(info(token())).resolves.toMatchObject({
      status: 401,
      body: { code, message: expect.stringContaining(String(code)) as string },
    });
  });

  it('is renewed for the same user with the same rights, and the new one works', async () => {
    const answer = await refresh(centre.tokenOf('sam'));

    expect(answer).toMatchObject({ status: 200, body: { identity: 'sam', roles: ['supervisor'] } });
    const token = textIn(answer.body, 'token');
    expect(token).not.toBe(centre.tokenOf('sam'));
    await expect(info(token)).resolves.toMatchObject({ body: { worker_sid: centre.seeded.workers['sam'] } });
  });

  it('is not renewed once it was revoked', async () => {
    const { token } = centre.twilio.identities.issue({ identity: 'gone', roles: ['agent'] });
    centre.twilio.identities.revoke(token);

    expect(await refresh(token)).toMatchObject({ status: 401, body: { code: 20003 } });
  });

  it('is asked about at its own account only', async () => {
    const { origin } = centre.twilio;
    const other = `v1/Accounts/AC${'f'.repeat(32)}`;
    const token = centre.tokenOf('sam');

    expect(
      await askHost(origin, `flex-api.twilio.com/${other}/Tokens/Info`, {
        method: 'POST',
        body: new URLSearchParams({ Token: token }),
      }),
    ).toMatchObject({ status: 404, body: { code: 20404 } });
    expect(
      await askHost(origin, `iam.twilio.com/${other}/Tokens/refresh`, postJson({ token })),
    ).toMatchObject({ status: 404, body: { code: 20404 } });
  });
});

describe('signing in', () => {
  const authenticate = (resource: string) =>
    ask('iam.twilio.com', 'authenticate', postJson({ products: ['flex'], resource }));

  it('leads to the page of the same origin that signs in and comes back', async () => {
    const back = 'http://alice.localhost:4010/agent-desktop';

    const answer = await authenticate(back);

    expect(answer).toEqual({
      status: 200,
      body: { location: `http://alice.localhost:4010/_flex/sign-in?return=${encodeURIComponent(back)}` },
    });
  });

  it.each(['https://flex.twilio.com/x', 'https://alice.localhost/', 'http://evil.example/', 'nonsense'])(
    'is refused from %s, which is not of this machine',
    async (resource) => {
      await expect(authenticate(resource)).resolves.toMatchObject({ status: 400, body: { code: 70002 } });
    },
  );
});
