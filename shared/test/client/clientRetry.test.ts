import { getEventListeners } from 'node:events';
import type { ClientOptions } from '../../src/client';
import { delicate, harmless } from './contracts';
import type { ScriptedServer, Step } from './scriptedServer';
import { startScriptedServer } from './scriptedServer';
import { failure, startClient, success } from './startClient';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.stop());

const input = { taskSid: 'WT1' };
const setUp = (options: Partial<ClientOptions> = {}) => startClient(server.url, options);

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
    [502, 'insights_refused'],
    [502, 'report_failed'],
    [504, 'report_timeout'],
  ])('does not happen after %i %s', async (status, code) => {
    server.script(failure(status, code), success);

    expect(await setUp().client.call(harmless, input)).toMatchObject({ ok: false, code });
    expect(server.received).toHaveLength(1);
  });

  it('ends after eight times, with pauses that grow up to a limit', async () => {
    server.script(failure(409, 'in_flight'));
    const { client, pauses, retries } = setUp();

    expect(await client.call(harmless, input)).toMatchObject({ ok: false, code: 'in_flight' });

    expect(server.received).toHaveLength(8);
    expect(pauses).toEqual([150, 300, 600, 1_200, 2_400, 2_500, 2_500]);
    expect(retries.map(([{ code }, attempt, ms]) => [code, attempt, ms])).toEqual([
      ['in_flight', 1, 150],
      ['in_flight', 2, 300],
      ['in_flight', 3, 600],
      ['in_flight', 4, 1_200],
      ['in_flight', 5, 2_400],
      ['in_flight', 6, 2_500],
      ['in_flight', 7, 2_500],
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

  it('ends when its whole time is over, however long one attempt may take', async () => {
    server.script('hang');
    const { client } = setUp({ rhythm: { attemptMs: 60_000, totalMs: 20, attempts: 1 } });

    expect(await client.call(harmless, input)).toMatchObject({ ok: false, code: 'network' });
  });

  it('leaves nothing behind on the signal that could have called it off', async () => {
    server.script('cut', success);
    const { signal } = new AbortController();

    await setUp().client.call(harmless, input, { signal });

    expect(getEventListeners(signal, 'abort')).toEqual([]);
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
