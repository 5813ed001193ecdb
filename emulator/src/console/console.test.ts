import { createLocalTwilio, type LocalTwilio, type SeededScenario } from '..';

describe('the console', () => {
  let twilio: LocalTwilio;
  let seeded: SeededScenario;
  const get = async (path: string) => {
    const answer = await fetch(`${twilio.origin.replace('127.0.0.1', 'localhost')}${path}`);
    return { answer, text: await answer.text() };
  };
  beforeAll(async () => {
    twilio = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2026, 0, 1) });
    seeded = await twilio.seed({
      workspace: { friendlyName: 'Small' },
      taskQueues: [{ friendlyName: 'Everyone', targetWorkers: '1==1' }],
      workflows: [
        { friendlyName: 'All', configuration: { task_routing: { default_filter: { queue: 'Everyone' } } } },
      ],
      workers: [{ friendlyName: 'alice', activity: 'Available' }],
      identities: [{ identity: 'alice', worker: 'alice', roles: ['agent'] }],
    });
  });
  afterAll(() => twilio.stop());

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/console.js', 'text/javascript; charset=utf-8'],
    ['/console.css', 'text/css; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml'],
  ])('serves %s, and lets it reach nothing outside', async (path, type) => {
    const { answer, text } = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(text).not.toBe('');
  });

  it('has no other page, and takes nothing', async () => {
    expect((await get('/nowhere')).answer.status).toBe(404);
    expect((await fetch(twilio.origin, { method: 'POST' })).status).toBe(404);
  });

  it('names nobody whose only token is no good any more', async () => {
    const { token } = twilio.identities.issue({ identity: 'gone', roles: ['agent'] });
    twilio.identities.issue({ identity: 'late', roles: ['agent'], lifetimeMs: -1 });
    twilio.identities.revoke(token);

    const { text } = await get('/_emulator/overview');

    expect(text).toContain('"identity":"alice"');
    expect(text).not.toMatch(/"identity":"(gone|late)"/);
  });

  it('shows who does what, and no token', async () => {
    const workspace = twilio.engine.workspace(seeded.workspaceSid);
    workspace.tasks.create({ workflowSid: seeded.workflows['All']!, attributes: '{}' });
    await twilio.clock.advance(0);

    const { text } = await get('/_emulator/overview');

    expect(JSON.parse(text)).toMatchObject({
      clock: { nowMs: Date.UTC(2026, 0, 1), mode: 'paused' },
      identities: [{ identity: 'alice', workerSid: seeded.workers['alice'], roles: ['agent'] }],
      workers: [
        {
          name: 'alice',
          activity: 'Available',
          available: true,
          reservations: [{ channel: 'default', status: 'pending' }],
        },
      ],
      queues: [{ sid: seeded.taskQueues['Everyone'], name: 'Everyone' }],
      workflows: [{ sid: seeded.workflows['All'], name: 'All' }],
    });
    expect(text).not.toContain(seeded.identities['alice']!.token);
    expect(text).not.toContain(twilio.authToken);
  });

  it('shows in the journal what a stand-in for functions reports', async () => {
    const execution = {
      host: 'greeter-1-dev.twil.io',
      method: 'POST',
      path: '/hello',
      status: 0,
      durationMs: 12.4,
    };
    const answer = await fetch(`${twilio.origin}/_emulator/executions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...execution, faults: ['lost-response'] }),
    });
    expect(answer.status).toBe(204);
    expect(twilio.journal.entries({ kind: 'function' })).toMatchObject([
      { ...execution, durationMs: 12, direction: 'in', faults: ['lost-response'] },
    ]);
  });

  it('tells what TaskRouter did, and waits for more', async () => {
    const { text } = await get('/_emulator/events?limit=1');
    const sequence = Number(/"sequence":(\d+)/.exec(text)?.[1]);
    const next = get(`/_emulator/events?since=${sequence}&wait=20000`);

    twilio.engine.workspace(seeded.workspaceSid).taskQueues.create({ friendlyName: 'Billing' });

    expect(JSON.parse((await next).text)).toMatchObject({
      sequence: sequence + 1,
      events: [{ sequence: sequence + 1, type: 'task-queue.created', queue: 'Billing' }],
    });
  });
});
