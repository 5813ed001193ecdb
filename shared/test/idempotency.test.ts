import * as z from 'zod/mini';
import { SyncServiceSid, TaskSid } from '../src/contracts';
import { cryptoIds } from '../src/host/cryptoIds';
import { fingerprint, type OnceOptions, runOnce } from '../src/idempotency';
import { syncStore } from '../src/store';
import { type ContactCentre, startContactCentre } from './twilioContactCentre';
import { realApi } from './twilioRealClient';

const GRACE_MS = 5_000;
const LEASE_MS = 15_000;

describe('runOnce with Sync as its store and a task as its effect', () => {
  let centre: ContactCentre;
  beforeEach(async () => {
    centre = await startContactCentre();
  });
  afterEach(() => centre.stop());

  const createOnce = (changes: Partial<OnceOptions> = {}) => {
    const { local, workflowSid } = centre;
    const serviceSid = SyncServiceSid.parse(local.sync.defaultServiceSid);
    const port = centre.port();
    const options = {
      store: syncStore({ api: realApi(local), serviceSid, clock: local.clock }),
      clock: local.clock,
      ids: cryptoIds,
      key: 'attempt:1',
      fingerprint: fingerprint({ task: 'WT1', target: 'WQ1' }),
      leaseMs: LEASE_MS,
      graceMs: GRACE_MS,
      retentionMs: 900_000,
      ...changes,
    };
    return runOnce(options, {
      answer: z.object({ taskSid: TaskSid }),
      effect: async () => {
        const attributes = { attempt: options.key };
        const { sid } = await port.createTask({ workflowSid, taskChannel: 'default', attributes });
        return { taskSid: sid };
      },
      reconcile: async () => {
        const [task] = await port.findTasksByAttribute('attempt', options.key);
        return task ? { found: { taskSid: task.sid } } : 'absent';
      },
    });
  };

  const tasks = () => centre.sdk.tasks.list();
  const hostsSince = (since: number) =>
    centre.local.journal
      .entries({ since, direction: 'in' })
      .map(({ host, method }) => `${method} ${host.split('.')[0]}`);

  it('costs two calls to Sync besides the effect', async () => {
    const since = centre.local.journal.sequence;

    expect((await createOnce()).kind).toBe('executed');

    expect(hostsSince(since)).toEqual(['POST sync', 'POST taskrouter', 'POST sync']);
  });

  it('costs two calls to Sync, and none to TaskRouter, when it is repeated', async () => {
    await createOnce();
    const since = centre.local.journal.sequence;

    expect((await createOnce()).kind).toBe('replayed');

    expect(hostsSince(since)).toEqual(['POST sync', 'GET sync']);
  });

  it('creates one task for fifty identical requests at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => createOnce()));

    expect(await tasks()).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'executed')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused') expect(outcome.failure.code).toBe('in_flight');
    }
  });

  it.each([
    ['the answer to the create is lost', 'taskrouter', { type: 'lost-response' }],
    ['the create answers 500 after it was applied', 'taskrouter', { type: 'status-after', status: 500 }],
    ['the answers of Sync are lost', 'sync', { type: 'lost-response' }],
    ['Sync answers 503 after it wrote', 'sync', { type: 'status-after', status: 503 }],
  ] as const)('creates one task when %s', async (_name, host, effect) => {
    centre.local.faults.add({ match: { host, method: 'POST' }, times: 1, effect });

    const first = await createOnce();
    const repeat = await createOnce();

    expect(first.kind).toBe('executed');
    expect(repeat).toEqual({ kind: 'replayed', answer: first.kind === 'executed' && first.answer });
    expect(await tasks()).toHaveLength(1);
  });

  it('creates one task in the end when the request never reached TaskRouter', async () => {
    centre.local.faults.add({
      match: { host: 'taskrouter', method: 'POST' },
      times: 1,
      effect: { type: 'refuse' },
    });

    const first = await createOnce();
    const early = await createOnce();
    await centre.local.clock.advance(GRACE_MS);
    const later = await createOnce();

    expect(first).toMatchObject({
      kind: 'refused',
      failure: { code: 'twilio_unavailable', retryAfterSeconds: 5 },
    });
    expect(early).toMatchObject({ kind: 'refused', failure: { code: 'in_flight' } });
    expect(later.kind).toBe('executed');
    expect(await tasks()).toHaveLength(1);
  });

  it('creates nothing while Sync is down', async () => {
    centre.local.faults.add({ match: { host: 'sync' }, effect: { type: 'status', status: 503 } });

    await expect(createOnce()).rejects.toMatchObject({ code: 'store_unavailable' });

    expect(await tasks()).toHaveLength(0);
  });

  it('gives the answer when Sync goes down after the effect, and finds the task again afterwards', async () => {
    centre.local.faults.add({ match: { host: 'sync' }, skip: 1, effect: { type: 'status', status: 503 } });
    const first = await createOnce();
    centre.local.faults.clear();
    await centre.local.clock.advance(LEASE_MS);

    const repeat = await createOnce();

    expect(first).toMatchObject({ kind: 'executed', settled: false });
    expect(repeat.kind).toBe('replayed');
    expect(await tasks()).toHaveLength(1);
  });
});
