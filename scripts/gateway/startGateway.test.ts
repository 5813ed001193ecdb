import { createServer, type RequestListener, type Server } from 'node:http';
import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { listen } from '../processes/listen';
import { sendRequest } from '../testing/sendRequest';
import type { Visibility } from '../services/resource';
import { startGateway, type Gateway, type GatewayOptions } from './startGateway';

const authToken = 'f'.repeat(32);
const domain = 'greeter-4242-dev.twil.io';
const resources = new Map<string, Visibility>([
  ['/open', 'public'],
  ['/hook', 'protected'],
  ['/part', 'private'],
]);
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/cloudevents-batch+json' };
const sign = (path: string, params: Record<string, string | string[]> = {}) => ({
  'x-twilio-signature': getExpectedTwilioSignature(authToken, `https://${domain}${path}`, params),
});

describe('the stand-in for the Functions gateway', () => {
  const servers: Server[] = [];
  const gateways: Gateway[] = [];
  const givenUpstream = async (listener: RequestListener) => {
    const server = createServer(listener);
    servers.push(server);
    return listen(server, 0);
  };
  const givenGateway = async (ports: readonly number[], more: Partial<GatewayOptions> = {}) => {
    const gateway = await startGateway({
      port: 0,
      domain,
      authToken,
      resources: () => resources,
      upstreamPorts: () => ports,
      ...more,
    });
    gateways.push(gateway);
    return gateway.origin;
  };
  const echo: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('x-seen', Object.keys(request.headers).join(' '));
      response.writeHead(201, { 'content-type': 'text/css' });
      response.end(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`);
    });
  };
  const givenEcho = async (more: Partial<GatewayOptions> = {}) =>
    givenGateway([await givenUpstream(echo)], more);
  afterEach(async () => {
    await Promise.all(gateways.splice(0).map((gateway) => gateway.stop()));
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });

  it('passes a public request and its answer through', async () => {
    const origin = await givenEcho();
    const answer = await sendRequest(`${origin}/open?a=1`, { method: 'POST', headers: form, body: 'b=2' });
    expect(answer).toMatchObject({
      status: 201,
      body: 'POST /open?a=1 b=2',
      headers: { 'content-type': 'text/css' },
    });
  });

  it.each(['/part', '/nowhere', '/open/../part'])('does not route to %s', async (path) => {
    const origin = await givenEcho();
    expect((await sendRequest(`${origin}${path}`)).status).toBe(404);
  });

  it.each<[string, Record<string, string | string[]>]>([
    ['From=a&To=b', { From: 'a', To: 'b' }],
    ['Digits=1&Digits=2', { Digits: ['1', '2'] }],
    ['', {}],
  ])('lets a signed form %j reach a protected function', async (body, params) => {
    const origin = await givenEcho();
    const headers = { ...form, ...sign('/hook?q=1', params) };
    expect((await sendRequest(`${origin}/hook?q=1`, { method: 'POST', headers, body })).status).toBe(201);
  });

  it('verifies JSON on its raw body, spaces included', async () => {
    const origin = await givenEcho();
    const body = '[ { "id" : "EV1" } ]';
    const path = `/hook?bodySHA256=${getExpectedBodyHash(body)}`;
    const headers = { ...json, ...sign(path) };
    expect((await sendRequest(`${origin}${path}`, { method: 'POST', headers, body })).status).toBe(201);
    const forged = await sendRequest(`${origin}${path}`, {
      method: 'POST',
      headers,
      body: body.replace('1', '2'),
    });
    expect(forged).toMatchObject({ status: 403, headers: { 'content-type': 'text/plain' } });
  });

  it.each<[string, Record<string, string>, string]>([
    ['without a signature', form, 'From=a'],
    ['with a forged parameter', { ...form, ...sign('/hook', { From: 'a' }) }, 'From=b'],
    ['signed for another path', { ...form, ...sign('/open', { From: 'a' }) }, 'From=a'],
    ['with a body whose hash is not part of the signed URL', { ...json, ...sign('/hook') }, '[]'],
  ])('refuses a protected request %s', async (_, headers, body) => {
    const origin = await givenEcho();
    expect((await sendRequest(`${origin}/hook`, { method: 'POST', headers, body })).status).toBe(403);
  });

  it('lets a preflight of a protected function through, which nobody can sign', async () => {
    const origin = await givenEcho();
    expect((await sendRequest(`${origin}/hook`, { method: 'OPTIONS' })).status).toBe(201);
  });

  it('strips the headers a function never sees', async () => {
    const origin = await givenEcho();
    const stripped = [
      'i-twilio-idempotency-token',
      'x-forwarded-for',
      'x-amz-cf-id',
      'via',
      'referer',
      'x-real-ip',
    ];
    const headers = Object.fromEntries([...stripped, 'authorization', 'x-custom'].map((name) => [name, 'v']));
    const seen = String((await sendRequest(`${origin}/open`, { headers })).headers['x-seen']).split(' ');
    expect(seen).toEqual(expect.arrayContaining(['authorization', 'x-custom']));
    expect(seen).not.toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(stripped.join('|')))]));
  });

  it('cuts a function off after the time limit, in plain text without CORS', async () => {
    const origin = await givenGateway([await givenUpstream(() => undefined)], { timeLimitMs: 50 });
    const answer = await sendRequest(`${origin}/open`);
    expect(answer).toMatchObject({ status: 504, body: 'Runtime application timed out\n' });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('refuses the 31st concurrent request and takes the next one when a place is free', async () => {
    const waiting: (() => void)[] = [];
    let full = (): void => undefined;
    const allIn = new Promise<void>((resolve) => (full = resolve));
    const upstream = await givenUpstream((_, response) => {
      waiting.push(() => response.end('done'));
      if (waiting.length === 30) full();
    });
    const origin = await givenGateway([upstream]);
    const first = Array.from({ length: 30 }, () => sendRequest(`${origin}/open`));
    await allIn;
    expect((await sendRequest(`${origin}/open`)).status).toBe(429);

    for (const release of waiting.splice(0)) release();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual(Array(30).fill(200));
    const next = sendRequest(`${origin}/open`);
    await expect(sendRequest(`${origin}/_gateway/health`)).resolves.toMatchObject({ status: 200 });
    await new Promise<void>((resolve) => {
      servers[0]!.once('request', () => {
        waiting[0]!();
        resolve();
      });
    });
    expect((await next).status).toBe(200);
  });

  it('uses its processes in turn and answers 502 for the one that died', async () => {
    const alive = await givenUpstream((_, response) => response.end('alive'));
    const died = await givenUpstream((request) => request.socket.destroy());
    const gone = await givenUpstream(() => undefined);
    await new Promise((resolve) => servers[2]!.close(resolve));
    const origin = await givenGateway([alive, died, gone]);
    const statuses: number[] = [];
    for (let index = 0; index < 6; index += 1) statuses.push((await sendRequest(`${origin}/open`)).status);
    expect(statuses).toEqual([200, 502, 502, 200, 502, 502]);
  });

  it('answers 502 when no process is there', async () => {
    const origin = await givenGateway([]);
    expect((await sendRequest(`${origin}/open`)).status).toBe(502);
  });

  it('refuses a body above 6 MB and takes one of 6 MB', async () => {
    const origin = await givenGateway([await givenUpstream((_, response) => response.end())]);
    const send = (bytes: number) =>
      sendRequest(`${origin}/open`, { method: 'POST', body: 'x'.repeat(bytes) }).then(({ status }) => status);
    expect(await send(6 * 1024 * 1024)).toBe(200);
    expect(await send(6 * 1024 * 1024 + 1)).toBe(413);
  });

  it.each<[string, Record<string, string>]>([
    ['90 headers', Object.fromEntries(Array.from({ length: 91 }, (_, index) => [`x-${index}`, 'v']))],
    ['15 kB of headers', { 'x-long': 'v'.repeat(15 * 1024) }],
  ])('refuses more than %s', async (_, headers) => {
    const origin = await givenEcho();
    expect((await sendRequest(`${origin}/open`, { headers })).status).toBe(431);
  });

  it('tells about itself', async () => {
    const origin = await givenGateway([4711]);
    const { body } = await sendRequest(`${origin}/_gateway/health`);
    expect(JSON.parse(body)).toEqual({ domain, inFlight: 0, upstreamPorts: [4711] });
  });
});
