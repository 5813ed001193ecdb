import { openFlexCentre, type FlexTestCentre } from './flexCentre';
import { textIn } from './memberOf';
import { expectMatchesOpenApi } from './openapi';

let centre: FlexTestCentre;

beforeAll(async () => {
  centre = await openFlexCentre({ mode: 'paused', startMs: Date.UTC(2026, 0, 31, 9) });
});
afterAll(async () => {
  await centre.twilio.stop();
});

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${centre.twilio.origin}/_host/${path}`, init);
  return { status: response.status, body: await response.json() };
}

const withBasic = (name: string, secret: string) => ({
  headers: { authorization: `Basic ${btoa(`${name}:${secret}`)}` },
});
const asAlice = () => withBasic('token', centre.tokenOf('alice'));
const withJwe = () => ({ headers: { 'x-flex-jwe': centre.tokenOf('alice') } });
const postJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const account = () => `v1/Accounts/${centre.twilio.accountSid}`;
const offline = () => centre.seeded.activities['Offline'];

describe('the Flex configuration', () => {
  it('names what TaskRouter has, to an account and to a signed-in user alike', async () => {
    const { accountSid, authToken } = centre.twilio;

    const forAccount = await ask('flex-api.twilio.com/v1/Configuration', withBasic(accountSid, authToken));
    const forUser = await ask('flex-api.twilio.com/v1/Configuration?UiVersion=2.17.1', asAlice());

    expect(forUser).toEqual(forAccount);
    expectMatchesOpenApi('twilio_flex_v1.json', 'GET', '/v1/Configuration', 200, forAccount.body);
    expect(forUser.body).toMatchObject({
      account_sid: accountSid,
      taskrouter_workspace_sid: centre.seeded.workspaceSid,
      taskrouter_target_workflow_sid: centre.seeded.workflows['Inbound'],
      taskrouter_target_taskqueue_sid: centre.seeded.taskQueues['Support'],
      taskrouter_offline_activity_sid: offline(),
    });
  });

  it('says that outbound calls are off: nobody would dial the customer', async () => {
    const { body } = await ask('flex-api.twilio.com/v1/Configuration', asAlice());

    expect(body).toMatchObject({ outbound_call_flows: { default: { enabled: false } } });
  });

  it("is given to a token whose header ends in flex-sdk's stray parenthesis", async () => {
    const headers = { authorization: `${asAlice().headers.authorization})` };

    await expect(ask('flex-api.twilio.com/v1/Configuration', { headers })).resolves.toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['nobody', {}],
    ['a token that nobody issued', withBasic('token', 'never-issued')],
  ])('is refused to %s', async (_who, init) => {
    await expect(ask('flex-api.twilio.com/v1/Configuration', init)).resolves.toMatchObject({
      status: 401,
      body: { code: 20003 },
    });
  });

  it('carries the attributes that plugins are configured by', async () => {
    centre.twilio.flex.configure({ uiAttributes: { patchbay: { url: 'http://localhost:4020' } } });

    const { body } = await ask('flex-api.twilio.com/v1/Configuration', asAlice());

    expect(body).toMatchObject({
      ui_attributes: { version_compatibility: 'yes', patchbay: { url: 'http://localhost:4020' } },
    });
  });

  it('has a public part for those who have yet to sign in', async () => {
    const { accountSid } = centre.twilio;

    const answer = await ask(`flex-api.twilio.com/v1/Configuration/Public?AccountSid=${accountSid}`);

    expect(answer).toMatchObject({ status: 200, body: { configurations: [{ account_sid: accountSid }] } });
  });
});

describe('a token', () => {
  const info = (token: string) =>
    ask(`flex-api.twilio.com/${account()}/Tokens/Info`, {
      method: 'POST',
      body: new URLSearchParams({ Token: token }),
    });

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
    const answer = await ask(
      `iam.twilio.com/${account()}/Tokens/refresh`,
      postJson({ token: centre.tokenOf('sam') }),
    );

    expect(answer).toMatchObject({ status: 200, body: { identity: 'sam', roles: ['supervisor'] } });
    const token = textIn(answer.body, 'token');
    expect(token).not.toBe(centre.tokenOf('sam'));
    await expect(info(token)).resolves.toMatchObject({ body: { worker_sid: centre.seeded.workers['sam'] } });
  });

  it('is not renewed once it was revoked', async () => {
    const { token } = centre.twilio.identities.issue({ identity: 'gone', roles: ['agent'] });
    centre.twilio.identities.revoke(token);

    const answer = await ask(`iam.twilio.com/${account()}/Tokens/refresh`, postJson({ token }));

    expect(answer).toMatchObject({ status: 401, body: { code: 20003 } });
  });
});

describe('signing in', () => {
  const authenticate = (resource: string) =>
    ask(`iam.twilio.com/${account()}/authenticate`, postJson({ products: ['flex'], resource }));

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

describe('flex.twilio.com', () => {
  it('lists the features that are switched on', async () => {
    centre.twilio.flex.configure({ features: ['flex-warm-transfers'] });

    const session = await ask('flex.twilio.com/api/v1/Session', withJwe());
    const one = await ask('flex.twilio.com/api/v1/Features/flex-warm-transfers', withJwe());
    const other = await ask('flex.twilio.com/api/v1/Features/external-warm-transfers', withJwe());

    expect(session).toMatchObject({
      status: 200,
      body: {
        features: expect.arrayContaining([
          expect.objectContaining({ id: 'flex-warm-transfers', enabled: true }),
        ]) as unknown,
        insights_active: false,
      },
    });
    expect([one.body, other.body]).toEqual([{ enabled: true }, { enabled: false }]);
  });

  it('lists the plugins with addresses of the page itself', async () => {
    centre.twilio.flex.configure({
      plugins: [{ name: 'plugin-one', version: '1.2.3', file: '/nowhere/one.js' }],
    });

    const answer = await ask('flex.twilio.com/plugins?roles=agent', withJwe());

    expect(answer.body).toEqual([
      { name: 'plugin-one', version: '1.2.3', src: '/_flex/plugins/plugin-one.js', phase: 3 },
    ]);
  });

  it('answers nobody without a token', async () => {
    await expect(ask('flex.twilio.com/plugins')).resolves.toMatchObject({ status: 401 });
  });
});

describe("TaskRouter's REST", () => {
  const queues = () => `taskrouter.twilio.com/v1/Workspaces/${centre.seeded.workspaceSid}/TaskQueues`;

  it('is read by a signed-in user', async () => {
    await expect(
      ask(`${queues()}?PageSize=1000`, withBasic('token', centre.tokenOf('sam'))),
    ).resolves.toMatchObject({
      status: 200,
      body: { task_queues: [{ friendly_name: 'Support' }, { friendly_name: 'Billing' }] },
    });
  });

  it('is not written by one', async () => {
    const init = { method: 'POST', body: new URLSearchParams({ FriendlyName: 'Mine' }), ...asAlice() };

    await expect(ask(queues(), init)).resolves.toMatchObject({ status: 401 });
  });
});
