import type { ClientOptions } from '../../src/client';
import { delicate, harmless, lookup } from './contracts';
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
