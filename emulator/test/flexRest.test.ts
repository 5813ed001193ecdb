import { askHost, withBasic } from './askHost';
import { openFlexCentre, type FlexTestCentre } from './flexCentre';
import { expectMatchesOpenApi } from './openapi';

let centre: FlexTestCentre;

beforeAll(async () => {
  centre = await openFlexCentre({ mode: 'paused', startMs: Date.UTC(2026, 0, 31, 9) });
});
afterAll(async () => {
  await centre.twilio.stop();
});

const ask = (address: string, init?: RequestInit) => askHost(centre.twilio.origin, address, init);
const asAlice = () => withBasic('token', centre.tokenOf('alice'));
const withJwe = () => ({ headers: { 'x-flex-jwe': centre.tokenOf('alice') } });

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
      taskrouter_offline_activity_sid: centre.seeded.activities['Offline'],
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

  it('is of no other account, and of no other instance', async () => {
    const other = 'f'.repeat(32);

    expect(await ask(`flex-api.twilio.com/v1/Configuration/Public?AccountSid=AC${other}`)).toMatchObject({
      status: 404,
    });
    expect(await ask(`flex-api.twilio.com/v1/Instances/GO${other}/Teams`, asAlice())).toMatchObject({
      status: 404,
      body: { code: 20404 },
    });
  });
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
