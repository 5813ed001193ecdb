import { answerOf, captureLog, startFunctions } from '@patchbay/shared/testing/functions';
import { ONE, SEGMENTS, startCentre, type Centre } from '../support/centre';
import { countCalls } from '../support/countCalls';
import { FOLDER } from '../support/service';

captureLog();
let centre: Centre;
beforeEach(async () => {
  centre = await startCentre({ mode: 'running' });
});
afterEach(() => centre.stop());

/** Asks a service with these variables of its own, or without some. */
async function ask(
  query: Readonly<Record<string, string>>,
  { env = {}, without = [] }: { env?: Readonly<Record<string, string>>; without?: readonly string[] } = {},
  init: RequestInit = {},
) {
  const all = { ...centre.env, ...env };
  const functions = await startFunctions({
    folder: FOLDER,
    env: Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name))),
  });
  try {
    const url = `${functions.url}/get-segment-id?${new URLSearchParams(query).toString()}`;
    return await countCalls(centre, () => answerOf(fetch(url, init)));
  } finally {
    await functions.stop();
  }
}
const bearer = (token: string): RequestInit => ({ headers: { Authorization: `Bearer ${token}` } });
const NOTHING_SET = ['ANALYTICS_WORKSPACE', 'INSIGHTS_USERNAME', 'INSIGHTS_PASSWORD', 'INSIGHTS_REPORT'];

describe('what is wrong with a request is said in this order', () => {
  it.each([[{}], [{ TaskSid: '' }]])(
    'the task is missing (%j): 400, whatever else is wrong',
    async (query) => {
      const { result, iam, insightsCalls } = await ask(query, { without: NOTHING_SET });

      expect(result.status).toBe(400);
      expect(result.body).toEqual({
        success: false,
        error: 'TaskSid is required',
        code: 'validation_failed',
        details: ['Missing TaskSid'],
      });
      expect([iam, insightsCalls]).toEqual([0, 0]);
    },
  );

  it('the task is no task: 400', async () => {
    const { result } = await ask({ TaskSid: 'WT1' }, { without: NOTHING_SET });

    expect(result).toMatchObject({
      status: 400,
      body: { error: 'Validation error', details: ['TaskSid must be WT followed by 32 hex digits'] },
    });
  });

  it('the configuration is not complete: 500 with all names, before the token', async () => {
    const { result, iam } = await ask({ TaskSid: ONE }, { without: NOTHING_SET });

    expect(result.status).toBe(500);
    expect(result.body).toEqual({
      success: false,
      error: 'Missing Insights configuration',
      code: 'configuration_missing',
      details: NOTHING_SET.map((name) => `Missing ${name}`),
    });
    expect(iam).toBe(0);
  });

  it('there is no token: 403, before anybody is asked', async () => {
    const { result, iam } = await ask({ TaskSid: ONE });

    expect(result).toMatchObject({ status: 403, body: { success: false, code: 'token_missing' } });
    expect(iam).toBe(0);
  });

  it('the token is not good: 403', async () => {
    const { result, insightsCalls } = await ask({ TaskSid: ONE }, {}, bearer('no-token-of-anybody'));

    expect(result).toMatchObject({ status: 403, body: { code: 'token_refused' } });
    expect(insightsCalls).toBe(0);
  });

  it('nobody can say whether the token is good: 503', async () => {
    centre.local.faults.add({ match: { host: 'iam' }, effect: { type: 'refuse' } });

    const { result } = await ask({ TaskSid: ONE }, {}, bearer('a-token-nobody-can-check'));

    expect(result).toMatchObject({ status: 503, body: { code: 'identity_unavailable' } });
    expect(result.headers.has('retry-after')).toBe(true);
  });

  it('the role is not among the allowed ones: 403', async () => {
    const env = { ALLOWED_ROLES: 'supervisor, admin' };

    const agent = await ask({ TaskSid: ONE }, { env }, bearer(centre.tokenOf('ann')));
    const supervisor = await ask({ TaskSid: ONE }, { env }, bearer(centre.tokenOf('sam')));

    expect(agent.result).toMatchObject({ status: 403, body: { code: 'role_missing' } });
    expect(agent.insightsCalls).toBe(0);
    expect(supervisor.result).toMatchObject({ status: 200, body: { segment_ids: SEGMENTS } });
  });
});

describe('a token in the URL', () => {
  it('counts only where that was switched on', async () => {
    const query = { TaskSid: ONE, Token: centre.tokenOf('ann') };

    const off = await ask(query);
    const on = await ask(query, { env: { ALLOW_QUERY_TOKEN: 'true' } });

    expect(off.result).toMatchObject({ status: 403, body: { code: 'token_missing' } });
    expect(on.result).toMatchObject({ status: 200, body: { segment_ids: SEGMENTS } });
  });
});

describe('the health of the service', () => {
  const health = async (env: Readonly<Record<string, string>>) => {
    const functions = await startFunctions({ folder: FOLDER, env });
    try {
      return await answerOf(fetch(`${functions.url}/health`));
    } finally {
      await functions.stop();
    }
  };
  const account = () => ({
    ACCOUNT_SID: centre.env['ACCOUNT_SID'] ?? '',
    AUTH_TOKEN: centre.env['AUTH_TOKEN'] ?? '',
  });

  it('is good with what the local Twilio needs', async () => {
    expect(await health(centre.env)).toMatchObject({ status: 200, body: { service: 'segment-lookup' } });
  });

  it('names what is missing before anybody calls', async () => {
    const { status, body } = await health(account());

    expect([status, body['details']]).toEqual([500, NOTHING_SET.map((name) => `Missing ${name}`)]);
  });

  it('asks for other things when Flex is the source', async () => {
    const { body } = await health({ ...account(), INSIGHTS_PROVIDER: 'flex' });

    expect(body['details']).toEqual(['Missing WORKSPACE_SID']);
  });

  it('names what cannot be read, never its value', async () => {
    const { text } = await health({
      ...centre.env,
      INSIGHTS_REPORT: 'number-one',
      INSIGHTS_HOST: 'https://evil.example/x',
      ANALYTICS_WORKSPACE: '../../secret',
      RESULT_CACHE_SECONDS: 'long',
    });

    for (const name of ['INSIGHTS_REPORT', 'INSIGHTS_HOST', 'ANALYTICS_WORKSPACE', 'RESULT_CACHE_SECONDS'])
      expect(text).toContain(name);
    expect(text).not.toMatch(/number-one|evil|secret|"long/);
  });
});
