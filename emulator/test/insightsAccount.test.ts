import { request as rawRequest } from 'node:http';
import { startInsights, textAt, type InsightsCentre } from './insightsClient';

let centre: InsightsCentre;
beforeEach(async () => {
  centre = await startInsights();
});
afterEach(() => centre.twilio.stop());

/** Any request that needs a temporary token. */
const ask = (tt: string) => centre.elements(tt, { titles: [] });

describe('a login', () => {
  it('gives an SST in the body, with which there is a temporary token', async () => {
    const { status, data } = await centre.logIn();

    expect(status).toBe(200);
    expect(data).toEqual({
      userLogin: {
        profile: expect.stringMatching(/^\/gdc\/account\/profile\/[0-9a-f]{32}$/) as string,
        state: expect.stringMatching(/^\/gdc\/account\/login\/[0-9a-f]{32}$/) as string,
        token: expect.any(String) as string,
      },
    });
    const renewed = await centre.renew(textAt(data, 'userLogin', 'token'));
    expect(renewed.data).toEqual({ userToken: { token: expect.any(String) as string } });
    expect((await ask(textAt(renewed.data, 'userToken', 'token'))).status).toBe(200);
  });

  it('by verify_level 0 gives both tokens as cookies and none in the body', async () => {
    const { data, headers } = await centre.logIn({ verify_level: 0 });

    const cookies = (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
    const renewed = await centre.http.get<unknown>('/gdc/account/token', { headers: { Cookie: cookies } });
    expect(data).toEqual({
      userLogin: { profile: expect.any(String) as string, state: expect.any(String) as string },
    });
    expect((await ask(/GDCAuthTT=([^;]+)/.exec(cookies)?.[1] ?? '')).status).toBe(200);
    expect(renewed.headers['set-cookie']).toEqual([
      expect.stringMatching(/^GDCAuthTT=local-[0-9a-f]{64}; path=\/gdc; secure; HttpOnly$/) as string,
    ]);
  });

  it.each([
    ['a wrong password', { password: 'wrong' }],
    ['an unknown name', { login: 'nobody@flex.example' }],
  ])('with %s is 401', async (_, login) => {
    const { status, headers, data } = await centre.logIn(login);

    expect([status, headers['www-authenticate']]).toEqual([401, 'GoodData realm="GoodData API"']);
    expect(data).toEqual({
      error: {
        message: 'Bad Login or Password!',
        component: expect.any(String) as string,
        errorClass: expect.any(String) as string,
        parameters: [],
        requestId: expect.any(String) as string,
      },
    });
  });

  it('is 429 with Retry-After after five wrong passwords, the right one too, until that has passed', async () => {
    for (let n = 0; n < 5; n++) expect((await centre.logIn({ password: `wrong ${n}` })).status).toBe(401);

    const throttled = await centre.logIn();
    const seconds = Number(throttled.headers['retry-after']);
    await centre.twilio.clock.advance((seconds - 1) * 1_000);
    const early = await centre.logIn();
    await centre.twilio.clock.advance(1_000);

    expect(throttled.status).toBe(429);
    expect(seconds).toBeGreaterThan(10);
    expect(early.status).toBe(429);
    expect((await centre.logIn()).status).toBe(200);
  });

  it('of one user is not throttled by what strangers try', async () => {
    for (let n = 0; n < 10; n++) await centre.logIn({ login: `stranger-${n}`, password: 'x' });

    expect((await centre.logIn()).status).toBe(200);
  });

  it('is 429 in a storm of logins, however right they are', async () => {
    const storm = await Promise.all(Array.from({ length: 31 }, () => centre.logIn()));

    expect(storm.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(storm.find(({ status }) => status === 429)?.headers['retry-after']).toMatch(/^[1-9]\d*$/);
  });

  it.each([
    ['no JSON', '{', 'application/json', 400],
    ['a list', '[]', 'application/json', 400],
    ['another wrapper', '{"login":"x"}', 'application/json', 400],
    ['no password', '{"postUserLogin":{"login":"x","verify_level":2}}', 'application/json', 400],
    [
      'another level',
      '{"postUserLogin":{"login":"x","password":"y","verify_level":1}}',
      'application/json',
      400,
    ],
    ['a form', 'login=x&password=y', 'application/x-www-form-urlencoded', 415],
    ['more than a mebibyte', `"${'x'.repeat(1024 * 1024)}"`, 'application/json', 413],
  ])('with %s is refused in the words of GoodData', async (_, body, type, status) => {
    const answer = await centre.http.post<unknown>('/gdc/account/login', body, {
      headers: { 'Content-Type': type },
    });

    expect(answer.status).toBe(status);
    expect(textAt(answer.data, 'error', 'message')).not.toBe('');
  });
});

describe('a logout', () => {
  it('ends the session and its temporary tokens with 204', async () => {
    const { data } = await centre.logIn();
    const sst = textAt(data, 'userLogin', 'token');
    const tt = textAt((await centre.renew(sst)).data, 'userToken', 'token');
    const other = await centre.tt();

    const { status } = await centre.http.delete(textAt(data, 'userLogin', 'state'), {
      headers: { 'X-GDC-AuthSST': sst, Cookie: `GDCAuthTT=${tt}` },
    });

    expect(status).toBe(204);
    expect([(await centre.renew(sst)).status, (await ask(tt)).status]).toEqual([401, 401]);
    expect((await ask(other)).status).toBe(200);
  });

  it('needs both tokens and the own profile', async () => {
    const { data } = await centre.logIn();
    const sst = textAt(data, 'userLogin', 'token');
    const tt = textAt((await centre.renew(sst)).data, 'userToken', 'token');
    const state = textAt(data, 'userLogin', 'state');
    const statusOf = async (path: string, headers: Record<string, string>): Promise<number> =>
      (await centre.http.delete(path, { headers })).status;

    expect(await statusOf(state, { Cookie: `GDCAuthTT=${tt}` })).toBe(401);
    expect(await statusOf(state, { 'X-GDC-AuthSST': sst })).toBe(401);
    expect(await statusOf('/gdc/account/login/0', { 'X-GDC-AuthSST': sst, Cookie: `GDCAuthTT=${tt}` })).toBe(
      403,
    );
  });
});

describe('a client that does not say what it is', () => {
  /** Node's own client sends no User-Agent by itself. */
  const logInAs = (agent: Readonly<Record<string, string>>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { username: login, password } = centre.access;
      rawRequest(`${centre.twilio.origin}/gdc/account/login`, {
        method: 'POST',
        headers: { host: centre.access.host, 'content-type': 'application/json', ...agent },
      })
        .on('error', reject)
        .on('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        })
        .end(JSON.stringify({ postUserLogin: { login, password, remember: 0, verify_level: 2 } }));
    });

  it('is refused with 400, unless that is switched off', async () => {
    const refused = [await logInAs({}), await logInAs({ 'user-agent': '' })];
    const named = await logInAs({ 'user-agent': 'patchbay' });
    centre.twilio.insights.configure({ requireUserAgent: false });

    expect([...refused, named, await logInAs({})]).toEqual([400, 400, 200, 200]);
  });
});
