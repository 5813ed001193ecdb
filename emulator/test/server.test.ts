import { request } from 'node:http';
import { basicAuthorization } from '../src/kernel/basicAuth';
import type { Route } from '../src/kernel/route';
import { invalid } from '../src/kernel/twilioError';
import { KERNEL_ACCOUNT, startKernel, type Kernel } from './startKernel';

const { sid: ACCOUNT, token: TOKEN } = KERNEL_ACCOUNT;
const AUTH = basicAuthorization(ACCOUNT, TOKEN);
const FORM = 'application/x-www-form-urlencoded';

const created: string[] = [];
const routes: readonly Route[] = [
  {
    method: 'POST',
    pattern: '/v1/Things',
    handle: ({ form }) => {
      const name = form.get('Name');
      if (name === null) throw invalid('Missing required parameter Name in the post body');
      created.push(name);
      return { status: 201, body: { name } };
    },
  },
  {
    method: 'GET',
    pattern: '/v1/Things/:sid',
    handle: ({ params, query }) => ({ status: 200, body: { ...params, q: query.get('q') } }),
  },
  { method: 'POST', pattern: '/v1/Things/:sid', handle: () => ({ status: 200, body: {} }) },
  { method: 'DELETE', pattern: '/v1/Things/:sid', handle: () => ({ status: 204 }) },
  {
    method: 'POST',
    pattern: '/v1/Crash',
    handle: () => {
      throw new Error('a bug');
    },
  },
  { method: 'GET', pattern: '/v1/Open', auth: 'none', handle: () => ({ status: 200, body: 'open' }) },
  {
    method: 'POST',
    pattern: '/v1/Json',
    body: 'json',
    handle: ({ json }) => ({ status: 200, body: { json } }),
  },
];

let kernel: Kernel;

beforeAll(async () => {
  kernel = await startKernel({ name: 'things', routes });
});
afterAll(() => kernel.stop());
beforeEach(() => {
  kernel.forget();
  created.length = 0;
});

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> };
const call = (path: string, init: Init = {}): Promise<Response> =>
  fetch(`${kernel.origin}/_host/things.twilio.com${path}`, {
    ...init,
    headers: { Authorization: AUTH, ...init.headers },
  });
const post = (body: string, headers: Record<string, string> = { 'Content-Type': FORM }): Promise<Response> =>
  call('/v1/Things', { method: 'POST', body, headers });

describe('a request', () => {
  it('reaches the route of its host and path, with the form read', async () => {
    const response = await post('Name=a%20b');

    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ name: 'a b' });
    expect(response.headers.get('twilio-request-id')).toMatch(/^RQ[0-9a-f]{32}$/);
    expect(response.headers.get('twilio-concurrent-requests')).toBe('1');
    expect(response.headers.get('twilio-request-duration')).toMatch(/^\d+\.\d{3}$/);
  });

  it.each([
    ['refused by its route', '/v1/Things', {}, 400],
    ['without credentials', '/v1/Things', { Authorization: '' }, 401],
    ['to no route', '/v1/Nothing', {}, 501],
    ['that crashes its route', '/v1/Crash', {}, 500],
  ])(
    "%s is answered with all of Twilio's headers and all four keys",
    async (_what, path, headers, status) => {
      const response = await call(path, { method: 'POST', headers });

      expect(response.status).toBe(status);
      expect(response.headers.get('twilio-request-id')).toMatch(/^RQ[0-9a-f]{32}$/);
      expect(response.headers.has('twilio-concurrent-requests')).toBe(true);
      expect(response.headers.has('twilio-request-duration')).toBe(true);
      expect(await response.json()).toEqual({
        code: expect.any(Number) as number,
        message: expect.any(String) as string,
        more_info: expect.stringMatching(/^https:\/\/www\.twilio\.com\/docs\/errors\/\d+$/) as string,
        status,
      });
    },
  );

  it('is dispatched by its Host header, edge and region included', async () => {
    const status = await new Promise((resolve, reject) => {
      request(`${kernel.origin}/v1/Things/T1`, {
        headers: { Host: 'things.sydney.au1.twilio.com', Authorization: AUTH },
      })
        .on('response', (response) => {
          resolve(response.resume().statusCode);
        })
        .on('error', reject)
        .end();
    });

    expect(status).toBe(200);
    expect(kernel.journal.entries()).toMatchObject([
      { host: 'things.sydney.au1.twilio.com', pattern: '/v1/Things/:sid' },
    ]);
  });

  it.each([undefined, 'Basic nonsense', `Basic ${Buffer.from(`${ACCOUNT}:wrong`).toString('base64')}`])(
    "without the account's credentials is refused: %p",
    async (authorization) => {
      const response = await call('/v1/Things/T1', { headers: { Authorization: authorization ?? '' } });

      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({
        code: 20003,
        status: 401,
        more_info: 'https://www.twilio.com/docs/errors/20003',
      });
    },
  );

  it('needs no credentials where the route says so', async () => {
    const response = await call('/v1/Open', { headers: { Authorization: '' } });

    expect(await response.text()).toBe('open');
  });

  it.each(['/v1/Things', '/v1/Things/T1'])(
    'with JSON for the form route %s is refused, not read',
    async (path) => {
      const headers = { 'Content-Type': 'application/json' };

      const response = await call(path, { method: 'POST', body: '{"Name":"a"}', headers });

      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 20001, status: 400 });
      expect(created).toEqual([]);
    },
  );

  it('with JSON reaches a JSON route, unless it is none', async () => {
    const send = (body: string) =>
      call('/v1/Json', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });

    expect(await (await send('{"a":[1]}')).json()).toEqual({ json: { a: [1] } });
    expect((await send('{"a":')).status).toBe(400);
  });

  it('larger than 1 MiB is refused with 413', async () => {
    const response = await post(`Name=${'x'.repeat(1024 * 1024)}`);

    expect(response.status).toBe(413);
    expect(created).toEqual([]);
  });

  it('to a route that does not exist is a loud 501 that names it', async () => {
    const response = await call('/v1/Nothing?Token=secret', { method: 'PUT', body: 'a=b' });

    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({
      message: 'The local Twilio has no route for PUT things.twilio.com/v1/Nothing',
    });
    expect(kernel.journal.entries()).toMatchObject([{ status: 501, note: 'unrouted', query: ['Token'] }]);
  });

  it('that makes a route crash is a 500, and the journal says why', async () => {
    const response = await call('/v1/Crash', { method: 'POST' });

    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('a bug')]);
    expect(kernel.journal.entries()).toMatchObject([
      { status: 500, note: expect.stringContaining('crashed: Error: a bug') as string },
    ]);
  });

  it('that deletes is answered without a body', async () => {
    const response = await call('/v1/Things/T1', { method: 'DELETE' });

    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('from a browser gets its origin back, and its preflight a 204', async () => {
    const origin = { Origin: 'http://alice.localhost:4010' };

    const response = await call('/v1/Things/T1', { headers: origin });
    const preflight = await call('/v1/Things', {
      method: 'OPTIONS',
      headers: { ...origin, 'Access-Control-Request-Headers': 'if-match' },
    });

    expect(response.headers.get('access-control-allow-origin')).toBe(origin.Origin);
    expect(response.headers.get('access-control-expose-headers')).toContain('ETag');
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'if-match',
    ]);
  });

  it('leaves its fields in the journal, but no credentials', async () => {
    await post('Name=a&AuthToken=secret');

    const [entry] = kernel.journal.entries();
    expect(entry).toMatchObject({
      direction: 'in',
      method: 'POST',
      path: '/v1/Things',
      body: { Name: 'a', AuthToken: '[removed]' },
      status: 201,
    });
    expect(JSON.stringify(entry)).not.toContain(TOKEN);
  });
});
