import { createLocalTwilio, type LocalTwilio, type Scenario } from '../src';

const SCENARIO: Scenario = {
  workspace: { friendlyName: 'Contact centre', defaultActivity: 'Break', timeoutActivity: 'Offline' },
  activities: [
    { friendlyName: 'Available', available: true },
    { friendlyName: 'Break', available: false },
  ],
  taskChannels: [{ friendlyName: 'Attribution', uniqueName: 'attribution' }],
  taskQueues: [{ friendlyName: 'BPO North', targetWorkers: "bpo == 'north'" }],
  workflows: [
    {
      friendlyName: 'Attribution',
      configuration: { task_routing: { filters: [], default_filter: { queue: 'BPO North' } } },
      taskReservationTimeout: 30,
    },
  ],
  workers: [
    {
      friendlyName: 'alice',
      attributes: { bpo: 'north' },
      activity: 'Available',
      capacity: { voice: 1, attribution: 3 },
    },
    { friendlyName: 'bob' },
  ],
  identities: [
    { identity: 'alice', worker: 'alice', roles: ['agent'] },
    { identity: 'late', worker: 'bob', lifetimeMs: -1 },
  ],
  syncServices: [{ friendlyName: 'Idempotency' }],
};

let twilio: LocalTwilio;
beforeEach(async () => {
  twilio = await createLocalTwilio({ mode: 'paused' });
});
afterEach(() => twilio.stop());

const post = (scenario: unknown): Promise<Response> =>
  fetch(`${twilio.origin}/_emulator/scenario`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(scenario),
  });

describe('a scenario', () => {
  it('becomes a contact centre that routes', async () => {
    const seeded = await twilio.seed(SCENARIO);
    const workspace = twilio.engine.workspace(seeded.workspaceSid);

    const task = workspace.tasks.create({
      workflowSid: seeded.workflows['Attribution'] ?? '',
      taskChannel: 'attribution',
    });
    await twilio.clock.advance(0);

    expect(workspace.reservations.ofTask(task.sid)).toMatchObject([
      { workerSid: seeded.workers['alice'], reservationStatus: 'pending', reservationTimeout: 30 },
    ]);
  });

  it('answers the SIDs of what was created by the names it used', async () => {
    const seeded = await twilio.seed(SCENARIO);
    const workspace = twilio.engine.workspace(seeded.workspaceSid);

    expect(workspace.current()).toMatchObject({
      defaultActivitySid: seeded.activities['Break'],
      timeoutActivitySid: seeded.activities['Offline'],
    });
    expect(workspace.workers.get(seeded.workers['bob'] ?? '').activityName).toBe('Break');
    expect(
      workspace.workerChannels.get(seeded.workers['alice'] ?? '', 'attribution').configuredCapacity,
    ).toBe(3);
    expect(seeded.syncServices['Idempotency']).toMatch(/^IS/);
    expect(
      workspace.activities.list().filter(({ friendlyName }) => friendlyName === 'Available'),
    ).toHaveLength(1);
  });

  it('gives its users tokens that stand for their workers', async () => {
    const { identities, workers } = await twilio.seed(SCENARIO);

    const alice = twilio.identities.find(identities['alice']?.token ?? '');
    const late = twilio.identities.find(identities['late']?.token ?? '');

    expect(alice).toMatchObject({ identity: 'alice', workerSid: workers['alice'], roles: ['agent'] });
    expect(late?.expiresAt).toBeLessThan(twilio.clock.now());
  });

  it('can be posted, and what it set up can be read', async () => {
    const answer = await post(SCENARIO);
    const dump = await fetch(`${twilio.origin}/_emulator/scenario`);

    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      accountSid: twilio.accountSid,
      taskQueues: { 'BPO North': expect.stringMatching(/^WQ/) as string },
    });
    expect(await dump.json()).toMatchObject({
      workspaces: [
        { friendlyName: 'Contact centre', workers: [{ friendlyName: 'alice' }, { friendlyName: 'bob' }] },
      ],
    });
  });

  it.each([
    [{ ...SCENARIO, workers: [{ friendlyName: 'a', activity: 'Nowhere' }] }, 400, 'no activity named'],
    [{ ...SCENARIO, identities: [{ identity: 'a', worker: 'nobody' }] }, 400, 'no worker named'],
    [{ ...SCENARIO, wokers: [] }, 400, 'A scenario has no field'],
    [{ ...SCENARIO, workers: [{ friendlyName: 'a' }, { friendlyName: 'A' }] }, 400, 'already exists'],
  ])('that cannot be set up is refused by name (%#)', async (scenario, status, message) => {
    const answer = await post(scenario);

    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(message)]);
  });
});

it('has the same SIDs and credentials for the same seed', async () => {
  const start = async (seed: number) => {
    const other = await createLocalTwilio({ mode: 'paused', seed });
    const seeded = await other.seed(SCENARIO);
    await other.stop();
    return { ...seeded, authToken: other.authToken };
  };

  const [first, second, another] = [await start(9), await start(9), await start(10)];

  expect(second).toEqual(first);
  expect(first.authToken).toMatch(/^[0-9a-f]{32}$/);
  expect(another.workspaceSid).not.toBe(first.workspaceSid);
});
