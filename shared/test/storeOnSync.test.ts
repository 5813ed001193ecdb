import type { LocalTwilio } from '@patchbay/emulator';
import twilio from 'twilio';
import { StoreUnavailable } from '../src/store';
import { startSync } from './storeOnSync';

const callsSince = (local: LocalTwilio, since: number): string[] =>
  local.journal.entries({ since, direction: 'in' }).map(({ method, status }) => `${method} ${status}`);

describe('syncStore', () => {
  let sync: Awaited<ReturnType<typeof startSync>>;
  beforeEach(async () => {
    sync = await startSync();
  });
  afterEach(() => sync.close());

  const options = (owner: string, lifeMs = 60_000) => ({ owner, expiresAt: sync.clock.now() + lifeMs });
  const create = async (key: string, owner = 'creator', lifeMs?: number): Promise<string> => {
    const outcome = await sync.open().createIfAbsent(key, owner, options(owner, lifeMs));
    if (!outcome.created) throw new Error('exists');
    return outcome.version;
  };

  /** The records as Sync itself shows them. */
  const documents = () =>
    twilio(sync.local.accountSid, sync.local.authToken).sync.v1.services(sync.local.sync.defaultServiceSid)
      .documents;

  it('costs one call per operation when nobody interferes', async () => {
    const store = sync.open();
    const since = sync.local.journal.sequence;

    const version = await create('key');
    await store.get('key');
    await store.compareAndSet('key', version, 2, options('second'));

    expect(callsSince(sync.local, since)).toEqual(['POST 201', 'GET 200', 'POST 200']);
  });

  it('costs two calls to find that a record exists', async () => {
    await create('key');
    const since = sync.local.journal.sequence;

    await sync.open().createIfAbsent('key', 'other', options('other'));

    expect(callsSince(sync.local, since)).toEqual(['POST 409', 'GET 200']);
  });

  it('waits out a limit on requests', async () => {
    sync.local.faults.add({
      match: { host: 'sync' },
      times: 2,
      effect: { type: 'status', status: 429, code: 54009 },
    });

    await create('key');

    expect((await sync.open().get('key'))?.value).toBe('creator');
  });

  it('says when to come back when the limit outlasts the deadline', async () => {
    sync.local.faults.add({
      match: { host: 'sync' },
      effect: { type: 'status', status: 429, code: 54009, retryAfter: 30 },
    });

    const refusal = create('key');

    await expect(refusal).rejects.toMatchObject({ code: 'store_unavailable', retryAfterSeconds: 30 });
  });

  it.each([
    ['a 5xx before the effect', { type: 'status', status: 500 }],
    ['a 5xx after the effect', { type: 'status-after', status: 503 }],
    ['a lost answer', { type: 'lost-response' }],
    ['a cut connection', { type: 'refuse' }],
    ['an HTML page', { type: 'html', status: 502 }],
    ['an HTML page with status 200', { type: 'html', status: 200 }],
    ['a hanging answer', { type: 'hang', afterEffect: true }],
  ] as const)('writes once in spite of %s', async (_name, effect) => {
    const store = sync.open({ deadlineMs: 8_000, attemptMs: 100 });
    sync.local.faults.add({ match: { host: 'sync', method: 'POST' }, times: 1, effect });
    const created = await store.createIfAbsent('key', 1, options('first'));
    sync.local.faults.add({ match: { host: 'sync', method: 'POST' }, times: 1, effect });
    const version = created.created ? created.version : '';
    const swapped = await store.compareAndSet('key', version, 2, options('second'));

    expect(created.created).toBe(true);
    expect(swapped.swapped).toBe(true);
    expect((await store.get('key'))?.value).toBe(2);
  });

  it.each([
    ['hangs', { type: 'hang' }],
    ['answers HTML', { type: 'html', status: 200 }],
    ['refuses the credentials', { type: 'status', status: 401, code: 20003 }],
    ['cuts every connection', { type: 'refuse' }],
  ] as const)('throws rather than report "no record" when Sync %s', async (_name, effect) => {
    await create('key');
    sync.local.faults.add({ match: { host: 'sync' }, effect });
    const store = sync.open({ deadlineMs: 700, attemptMs: 100 });

    await expect(store.get('key')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.createIfAbsent('key', 1, options('x'))).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('throws rather than report a lost race when its write may still arrive', async () => {
    const version = await create('key');
    sync.local.faults.add({
      match: { host: 'sync', method: 'POST' },
      effect: { type: 'status', status: 500 },
    });

    const swap = sync.open().compareAndSet('key', version, 2, options('second'));

    await expect(swap).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('throws when it can read but not write', async () => {
    sync.local.faults.add({
      match: { host: 'sync', method: 'POST' },
      effect: { type: 'status', status: 500 },
    });

    await expect(create('key')).rejects.toMatchObject({ code: 'store_unavailable', retryAfterSeconds: 1 });
  });

  it('has Sync collect a record an hour after it expired, and anew with every write', async () => {
    const version = await create('key', 'first', 60_000);
    const created = await documents().list();
    await sync.open().compareAndSet('key', version, 2, options('second', 600_000));
    const written = await documents().list();

    const minutesLeft = ([document]: typeof created) =>
      Math.round(((document?.dateExpires.getTime() ?? 0) - sync.clock.now()) / 60_000);
    expect([minutesLeft(created), minutesLeft(written)]).toEqual([61, 70]);
  });

  it('does not mistake a record that was deleted and created anew for the one it knows', async () => {
    const version = await create('key', 'first');
    for (const { sid } of await documents().list()) await documents()(sid).remove();
    await create('key', 'second');

    expect(await sync.open().compareAndSet('key', version, 'late', options('late'))).toEqual({
      swapped: false,
    });
    expect((await sync.open().get('key'))?.value).toBe('second');
  });

  it('takes over a record that expired but was not collected yet, at the cost of a read and a write', async () => {
    await create('key', 'old', 1_000);
    await sync.clock.advance(1_000);
    const since = sync.local.journal.sequence;

    await create('key', 'new');

    expect(callsSince(sync.local, since)).toEqual(['POST 409', 'GET 200', 'POST 200']);
  });

  it('creates a record whose predecessor vanishes between the conflict and the reading', async () => {
    await create('key', 'old');
    sync.local.faults.add({
      match: { host: 'sync', method: 'POST' },
      times: 1,
      effect: { type: 'status', status: 409, code: 54301 },
    });

    await create('another key');

    expect((await sync.open().get('another key'))?.value).toBe('creator');
  });

  it('is unavailable, not absent, while a name is neither free nor readable', async () => {
    sync.local.faults.add({
      match: { host: 'sync', method: 'POST' },
      effect: { type: 'status', status: 409, code: 54301 },
    });

    await expect(create('key')).rejects.toMatchObject({ code: 'store_unavailable', retryAfterSeconds: 15 });
  });

  it('tells nothing of the account in what it throws', async () => {
    sync.local.faults.add({ match: { host: 'sync' }, effect: { type: 'refuse' } });

    const error: unknown = await create('secret-key').catch((thrown: unknown) => thrown);

    const told = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error);
    expect(told).not.toContain(sync.local.authToken);
    expect(told).not.toContain('secret-key');
  });
});
