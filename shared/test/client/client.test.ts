import type { CallFailure, ClientOptions } from '../../src/client';
import { createClient } from '../../src/client';
import { delicate, harmless, lookup } from './contracts';
import type { ScriptedServer, Step } from './scriptedServer';
import { startScriptedServer } from './scriptedServer';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.stop());

const success: Step = { status: 201, body: '{"success":true,"n":1}' };
const failure = (status: number, code: string, headers: Record<string, string> = {}): Step => ({
  status,
  body: JSON.stringify({ success: false, error: 'Sorry.', code, details: ['why'] }),
  headers,
});

/** A client whose time passes only in its pauses, which it spends at once. */
function setUp(options: Partial<ClientOptions> = {}) {
  const pauses: number[] = [];
  const retries: [CallFailure, number, number][] = [];
  let now = 0;
  let keys = 0;
  const client = createClient({
    baseUrl: `${server.url}/`,
    token: () => 'the-token',
    onRetry: (...retry) => retries.push(retry),
    ...options,
    means: {
      now: () => now,
      random: () => 0.5,
      newKey: () => `key-${(keys += 1)}`,
      sleep: (ms) => {
        pauses.push(ms);
        now += ms;
        return Promise.resolve();
      },
      ...options.means,
    },
  });
  return { client, pauses, retries };
}
const input = { taskSid: 'WT1' };

describe('a call', () => {
  it('is a form with the token in it, as browsers send it without a preflight', async () => {
    server.script(success);

    await setUp().client.call(delicate, {
      ...input,
      urgent: false,
      transfer_task: { attributes: { a: [1] } },
      mode: 'COLD',
    });

    const [request] = server.received;
    expect(request).toMatchObject({ method: 'POST', path: '/flex/delicate' });
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8');
    expect(request?.headers.authorization).toBeUndefined();
    expect(Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual([]);
    expect(request?.fields).toEqual({
      taskSid: 'WT1',
      urgent: 'false',
      transfer_task: '{"attributes":{"a":[1]}}',
      mode: 'COLD',
      idempotencyKey: 'key-1',
      Token: 'the-token',
    });
  });

  it('sends a GET as its POST twin, so that the token is in no URL', async () => {
    server.script(success);

    await setUp().client.call(lookup, input);

    expect(server.received[0]).toMatchObject({ method: 'POST', path: '/lookup' });
  });

  it('gives the body of a success', async () => {
    server.script({ ...success, headers: { 'X-Correlation-Id': 'c1' } });

    const result = await setUp().client.call(harmless, input);

    expect(result).toEqual({
      ok: true,
      status: 201,
      body: { success: true, n: 1 },
      replayed: false,
      correlationId: 'c1',
    });
  });

  it('knows a replay', async () => {
    server.script({
      status: 200,
      body: '{"success":true,"n":1}',
      headers: { 'X-Idempotent-Replay': 'true' },
    });

    expect(await setUp().client.call(harmless, input)).toMatchObject({ ok: true, replayed: true });
  });

  it('gives the service’s own failure', async () => {
    server.script(failure(409, 'other_target_open', { 'X-Correlation-Id': 'c2' }));

    expect(await setUp().client.call(harmless, input)).toEqual({
      ok: false,
      status: 409,
      code: 'other_target_open',
      message: 'Sorry.',
      details: ['why'],
      retryAfterSeconds: undefined,
      correlationId: 'c2',
    });
    expect(server.received).toHaveLength(1);
  });

  it.each<[string, Step]>([
    ['HTML', { status: 200, body: '<html>' }],
    ['nothing', { status: 200, body: '' }],
    ['a body against the contract', { status: 200, body: '{"success":true,"n":"1"}' }],
    ['a success it does not know', { status: 202, body: '{"success":true,"n":1}' }],
    [
      'a failure that claims success',
      { status: 200, body: '{"success":false,"error":"x","code":"internal"}' },
    ],
    ['a code it does not know', failure(500, 'unheard_of')],
  ])('does not pass on what it cannot trust: %s', async (_, step) => {
    server.script(step);

    expect(await setUp().client.call(harmless, input)).toMatchObject({ ok: false, code: 'bad_response' });
  });
});

describe('trying again', () => {
  it('keeps the key of the click and asks for the current token', async () => {
    server.script(failure(409, 'in_flight'), success);
    let renewals = 0;

    await setUp({ token: () => `token-${(renewals += 1)}` }).client.call(harmless, input);

    expect(server.received.map(({ fields }) => [fields.idempotencyKey, fields.Token])).toEqual([
      ['key-1', 'token-1'],
      ['key-1', 'token-2'],
    ]);
  });

  it('uses the caller’s key', async () => {
    server.script('cut', success);

    await setUp().client.call(harmless, input, { idempotencyKey: 'click-7' });

    expect(server.received.map(({ fields }) => fields.idempotencyKey)).toEqual(['click-7', 'click-7']);
  });

  it.each<[string, Step]>([
    ['an answer under way', failure(409, 'in_flight', { 'Retry-After': '2' })],
    ['throttled', failure(429, 'throttled', { 'Retry-After': '2' })],
    [
      'the platform’s own 429, which is no JSON',
      { status: 429, body: 'Too Many Requests', headers: { 'Retry-After': '2' } },
    ],
    ['unavailable for a while', failure(503, 'store_unavailable', { 'Retry-After': '2' })],
  ])('happens for every endpoint after %s, no sooner than asked', async (_, step) => {
    server.script(step, success);
    const { client, pauses } = setUp();

    expect(await client.call(delicate, input)).toMatchObject({ ok: true });
    expect(pauses).toEqual([2_150]);
  });

  const opaque: [string, Step][] = [
    ['a cut connection', 'cut'],
    ['a proxy’s 502', { status: 502, body: '<html>' }],
    ['the platform’s 504', { status: 504, body: '' }],
    ['our 504', failure(504, 'deadline_exceeded')],
    ['a 503 of somebody else', { status: 503, body: '' }],
  ];
  it.each(opaque)('happens after %s when that can do no harm', async (_, step) => {
    server.script(step, success);

    expect(await setUp().client.call(harmless, input)).toMatchObject({ ok: true });
  });
  it.each(opaque)('does not happen after %s when it could', async (_, step) => {
    server.script(step, success);

    expect(await setUp().client.call(delicate, input)).toMatchObject({ ok: false });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    [400, 'validation_failed'],
    [401, 'token_refused'],
    [403, 'role_missing'],
    [409, 'other_target_open'],
    [422, 'request_mismatch'],
    [500, 'internal'],
  ])('does not happen after %i %s', async (status, code) => {
    server.script(failure(status, code), success);

    expect(await setUp().client.call(harmless, input)).toMatchObject({ ok: false, code });
    expect(server.received).toHaveLength(1);
  });

  it('ends after five times, with pauses that grow', async () => {
    server.script(failure(409, 'in_flight'));
    const { client, pauses, retries } = setUp();

    expect(await client.call(harmless, input)).toMatchObject({ ok: false, code: 'in_flight' });

    expect(server.received).toHaveLength(5);
    expect(pauses).toEqual([150, 300, 600, 1_200]);
    expect(retries.map(([{ code }, attempt, ms]) => [code, attempt, ms])).toEqual([
      ['in_flight', 1, 150],
      ['in_flight', 2, 300],
      ['in_flight', 3, 600],
      ['in_flight', 4, 1_200],
    ]);
  });

  it('ends when the next try would come too late, and says when to come back', async () => {
    server.script(failure(503, 'twilio_unavailable', { 'Retry-After': '20' }));
    const { client, pauses } = setUp();

    const result = await client.call(harmless, input);

    expect(result).toMatchObject({ ok: false, code: 'twilio_unavailable', retryAfterSeconds: 20 });
    expect(pauses).toEqual([20_150]);
  });
});

describe('a call that is given up', () => {
  it('ends by itself when no answer comes', async () => {
    server.script('hang');
    const { client } = setUp({ rhythm: { attemptMs: 20, attempts: 2 } });

    expect(await client.call(harmless, input)).toMatchObject({
      ok: false,
      code: 'network',
      status: undefined,
    });
    expect(server.received).toHaveLength(2);
  });

  it('is called off in mid-air', async () => {
    server.script('hang');
    const abort = new AbortController();

    const result = setUp().client.call(harmless, input, { signal: abort.signal });
    abort.abort();

    expect(await result).toMatchObject({ ok: false, code: 'aborted' });
  });

  it('is called off in a pause', async () => {
    server.script(failure(409, 'in_flight'));
    const abort = new AbortController();
    const { client } = setUp({
      onRetry: () => {
        abort.abort();
      },
    });

    expect(await client.call(harmless, input, { signal: abort.signal })).toMatchObject({ code: 'aborted' });
    expect(server.received).toHaveLength(1);
  });

  it('is not even sent when called off before', async () => {
    server.script(success);

    const result = await setUp().client.call(harmless, input, { signal: AbortSignal.abort() });

    expect(result).toMatchObject({ code: 'aborted' });
    expect(server.received).toHaveLength(0);
  });
});
