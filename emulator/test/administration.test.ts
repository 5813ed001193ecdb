import { request } from 'node:http';
import { createLocalTwilio, type LocalTwilio } from '../src';

let twilio: LocalTwilio;
beforeAll(async () => {
  twilio = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2026, 0, 1) });
});
afterAll(() => twilio.stop());
beforeEach(() => {
  twilio.faults.clear();
  twilio.journal.clear();
});

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function ask(
  method: string,
  path: string,
  json?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${twilio.origin}/_emulator${path}`, {
    method,
    headers: { ...(json === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const callSync = (): Promise<Response> =>
  fetch(`${twilio.origin}/_host/sync.twilio.com/v1/Services`, {
    headers: {
      Authorization: `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`,
    },
  });

const statusForHost = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(`${twilio.origin}/_emulator/health`, { headers: { Host: host } }, (response) => {
      resolve(response.resume().statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('health', () => {
  it('tells whose account it plays and which routes it has', async () => {
    const { body } = await ask('GET', '/health');

    expect(body).toMatchObject({
      status: 'up',
      accountSid: twilio.accountSid,
      now: new Date(twilio.clock.now()).toISOString(),
    });
    expect(body).toMatchObject({
      routes: expect.arrayContaining([
        'POST taskrouter/v1/Workspaces/:workspaceSid/Tasks',
        'WEBSOCKET event-bridge/v1/wschannels',
        'POST iam/v1/Accounts/:accountSid/Tokens/validate',
      ]) as string[],
    });
  });

  it('answers on loopback names only', async () => {
    const statuses = await Promise.all(
      ['alice.localhost:1', '127.0.0.1', 'rebound.example.com'].map(statusForHost),
    );

    expect(statuses).toEqual([200, 200, 403]);
  });
});

describe('writes', () => {
  it('must be JSON, so that no web page elsewhere can send them unasked', async () => {
    const { status } = await ask(
      'POST',
      '/faults',
      { effect: { type: 'drop' } },
      { 'Content-Type': 'text/plain' },
    );

    expect([status, twilio.faults.list()]).toEqual([400, []]);
  });

  it('are refused from another origin', async () => {
    const refused = await ask('DELETE', '/faults', undefined, { Origin: 'https://example.com' });
    const allowed = await ask('DELETE', '/faults', undefined, { Origin: 'http://alice.localhost:3000' });

    expect([refused.status, allowed.status]).toEqual([403, 204]);
  });

  it.each([
    ['POST', '/nothing', {}, 501],
    ['POST', '/faults', [{ effect: { type: 'drop' } }, { effect: {} }], 400],
    ['DELETE', '/faults/F99', undefined, 404],
    ['POST', '/clock', { advanceMs: -1 }, 400],
    ['POST', '/clock', { mode: 'backwards' }, 400],
    ['POST', '/identities', { roles: ['agent'] }, 400],
    ['DELETE', '/identities', { token: 'unknown' }, 404],
    ['POST', '/public-hosts', { host: 'a.example', origin: 'https://example.com' }, 400],
    ['DELETE', '/public-hosts/a.example', undefined, 404],
    ['POST', '/scenario', { workspace: {} }, 400],
  ])('that make no sense are refused: %s %s %j', async (method, path, json, expected) => {
    const { status, body } = await ask(method, path, json);

    expect(status).toBe(expected);
    expect(body).toEqual({ error: expect.any(String) as string });
    expect(twilio.faults.list()).toEqual([]);
  });
});

describe('faults', () => {
  it('apply to the next requests, are listed with how often they struck, and end when deleted', async () => {
    const rule = { match: { host: 'sync' }, times: 1, effect: { type: 'status', status: 429 } };

    const added = await ask('POST', '/faults', rule);
    const statuses = [(await callSync()).status, (await callSync()).status];
    const listed = await ask('GET', '/faults');
    const [{ id } = { id: '' }] = twilio.faults.list();
    const removed = await ask('DELETE', `/faults/${id}`);

    expect([added.status, statuses, removed.status]).toEqual([201, [429, 200], 204]);
    expect(listed.body).toEqual({ rules: [{ id, ...rule, struck: 1 }] });
    expect(twilio.faults.list()).toEqual([]);
  });
});

describe('the journal', () => {
  it('can be waited on, counted and cleared', async () => {
    const waiting = ask('GET', `/journal?since=${twilio.journal.sequence}&host=sync.twilio.com&wait=5000`);
    await callSync();

    expect((await waiting).body).toMatchObject({
      counts: { 'GET sync.twilio.com/v1/Services': 1 },
      entries: [{ method: 'GET', path: '/v1/Services', status: 200 }],
    });
    expect((await ask('DELETE', '/journal')).status).toBe(204);
    expect((await ask('GET', '/journal')).body).toMatchObject({ counts: {}, entries: [] });
  });
});

describe('a list that grows', () => {
  it.each(['/journal?since=-1', '/journal?direction=up', '/events?limit=many', '/events?wait='])(
    'refuses what makes no sense: %s',
    async (path) => {
      expect((await ask('GET', path)).status).toBe(400);
    },
  );

  it('is cut to its newest', async () => {
    await callSync();
    await callSync();

    const { body } = await ask('GET', '/journal?limit=1');

    expect(body).toMatchObject({ entries: [{ sequence: twilio.journal.sequence }] });
  });
});

describe('the clock', () => {
  it('is moved, stopped and started', async () => {
    const before = await ask('GET', '/clock');
    const moved = await ask('POST', '/clock', { advanceMs: 90_000 });
    const running = await ask('POST', '/clock', { mode: 'running' });
    const paused = await ask('POST', '/clock', { mode: 'paused' });

    expect(before.body).toMatchObject({ mode: 'paused', now: '2026-01-01T00:00:00.000Z' });
    expect(moved.body).toMatchObject({ mode: 'paused', now: '2026-01-01T00:01:30.000Z' });
    expect([running.body, paused.body]).toMatchObject([{ mode: 'running' }, { mode: 'paused' }]);
  });
});

describe('identities', () => {
  it('are issued, listed without their tokens, and revoked', async () => {
    const { body } = await ask('POST', '/identities', {
      identity: 'alice',
      roles: ['supervisor'],
      token: 'alice-token',
    });
    const listed = await ask('GET', '/identities');
    const revoked = await ask('DELETE', '/identities', { token: 'alice-token' });

    expect(body).toMatchObject({ token: 'alice-token', identity: 'alice', roles: ['supervisor'] });
    expect(JSON.stringify(listed.body)).toContain('alice');
    expect(JSON.stringify(listed.body)).not.toContain('alice-token');
    expect([revoked.status, twilio.identities.find('alice-token')?.revoked]).toEqual([204, true]);
  });
});

describe('public hosts', () => {
  it('are mapped to origins of this machine', async () => {
    await ask('POST', '/public-hosts', { host: 'x-1234-dev.twil.io', origin: 'http://127.0.0.1:3001' });

    expect((await ask('GET', '/public-hosts')).body).toEqual({
      'x-1234-dev.twil.io': 'http://127.0.0.1:3001',
    });
    expect((await ask('DELETE', '/public-hosts/x-1234-dev.twil.io')).status).toBe(204);
  });
});
