import * as z from 'zod/mini';
import { memoryStore, type Store, StoreUnavailable } from '../store';
import { manualClock } from '../testing/manualClock';
import { UpstreamError } from '../twilio/upstreamError';
import type { OnceActions, OnceOptions } from './once';
import { runOnce } from './runOnce';

const Answer = z.object({ taskSid: z.string() });
type Answer = z.infer<typeof Answer>;

const LEASE = 15_000;
const GRACE = 5_000;

const startWorld = () => {
  const clock = manualClock();
  const store = memoryStore(clock);
  const created: Answer[] = [];
  let lastId = 0;
  const options = (changes: Partial<OnceOptions> = {}): OnceOptions => ({
    store,
    clock,
    ids: { next: () => String((lastId += 1)) },
    key: 'key',
    fingerprint: 'print',
    leaseMs: LEASE,
    graceMs: GRACE,
    retentionMs: 3_600_000,
    ...changes,
  });
  const create = (): Promise<Answer> => {
    const answer = { taskSid: `WT${created.length + 1}` };
    created.push(answer);
    return Promise.resolve(answer);
  };
  const actions = (changes: Partial<OnceActions<Answer>> = {}): OnceActions<Answer> => ({
    answer: Answer,
    effect: create,
    reconcile: () => Promise.resolve(created[0] ? { found: created[0] } : 'absent'),
    ...changes,
  });
  return { clock, store, created, options, create, actions };
};

const ambiguous = new UpstreamError({ reason: 'timeout', outcome: 'ambiguous', retryable: false });
const throttled = new UpstreamError({
  reason: 'throttled',
  outcome: 'not-executed',
  retryable: true,
  retryAfterMs: 3_000,
});
const definite = new UpstreamError({ reason: 'refused', outcome: 'definite', retryable: false, status: 409 });

/** A worker that has begun its effect, whose end is decided from outside. */
const beginSlowly = async (world: ReturnType<typeof startWorld>) => {
  let end: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  const { promise: outcome } = await new Promise<{ promise: ReturnType<typeof runOnce<Answer>> }>((begun) => {
    const effect = () =>
      new Promise<Answer>((resolve, reject) => {
        end = { resolve, reject };
        begun({ promise });
      });
    const promise = runOnce(world.options(), world.actions({ effect }));
  });
  return {
    outcome,
    succeed: (answer: Answer) => end?.resolve(answer),
    fail: (error: Error) => end?.reject(error),
  };
};

describe('runOnce, where the best-known library fails', () => {
  it('1: a late failing worker does not delete the newer record', async () => {
    const world = startWorld();
    const late = await beginSlowly(world);
    world.clock.advance(LEASE + GRACE);
    const newer = await runOnce(world.options(), world.actions());

    late.fail(throttled);
    await late.outcome;

    const repeat = await runOnce(world.options(), world.actions());
    expect(newer).toMatchObject({ kind: 'executed' });
    expect(repeat).toEqual({ kind: 'replayed', answer: { taskSid: 'WT1' } });
    expect(world.created).toHaveLength(1);
  });

  it('2: a late success does not overwrite the stored answer', async () => {
    const world = startWorld();
    const late = await beginSlowly(world);
    world.clock.advance(LEASE + GRACE);
    await runOnce(world.options(), world.actions());

    late.succeed({ taskSid: 'WT of the late one' });

    expect(await late.outcome).toEqual({ kind: 'replayed', answer: { taskSid: 'WT1' } });
    expect(await runOnce(world.options(), world.actions())).toEqual({
      kind: 'replayed',
      answer: { taskSid: 'WT1' },
    });
  });

  it('3: a lost response does not double the effect', async () => {
    const world = startWorld();
    const effect = () => world.create().then(() => Promise.reject(ambiguous));

    const first = await runOnce(world.options(), world.actions({ effect }));
    const repeat = await runOnce(world.options(), world.actions({ effect }));

    expect(first).toEqual({ kind: 'executed', answer: { taskSid: 'WT1' }, settled: true });
    expect(repeat).toEqual({ kind: 'replayed', answer: { taskSid: 'WT1' } });
    expect(world.created).toHaveLength(1);
  });

  it('4: another body under the same key is refused, not answered with what the first one got', async () => {
    const world = startWorld();
    await runOnce(world.options(), world.actions());

    const other = await runOnce(world.options({ fingerprint: 'other print' }), world.actions());

    expect(other).toMatchObject({ kind: 'refused', failure: { code: 'request_mismatch' } });
    expect(world.created).toHaveLength(1);
  });

  it.each([{ key: '' }, { key: '  ' }, { fingerprint: '' }, { retentionMs: LEASE + GRACE }])(
    '5: without the means to protect it throws instead of going on: %o',
    async (missing) => {
      const world = startWorld();

      await expect(runOnce(world.options(missing), world.actions())).rejects.toThrow(TypeError);
      expect(world.created).toHaveLength(0);
    },
  );
});

describe('runOnce', () => {
  it('gives a replay that is identical to the byte, even if the answer has more members than its schema', async () => {
    const world = startWorld();
    const effect = () => Promise.resolve({ zebra: 1, taskSid: 'WT1', apple: 2 });

    const first = await runOnce(world.options(), world.actions({ effect }));
    const repeat = await runOnce(world.options(), world.actions({ effect }));

    const answerOf = (outcome: typeof first) =>
      JSON.stringify(outcome.kind === 'refused' ? null : outcome.answer);
    expect(answerOf(repeat)).toBe(answerOf(first));
  });

  it('answers "in flight" while another worker is at it, with the time its lease has left', async () => {
    const world = startWorld();
    const first = await beginSlowly(world);
    world.clock.advance(4_200);

    const second = await runOnce(world.options(), world.actions());

    expect(second).toMatchObject({ kind: 'refused', failure: { code: 'in_flight', retryAfterSeconds: 11 } });
    first.succeed({ taskSid: 'WT1' });
    await first.outcome;
  });

  it('lets anybody begin at once after an effect that was not executed', async () => {
    const world = startWorld();

    const first = await runOnce(world.options(), world.actions({ effect: () => Promise.reject(throttled) }));
    const second = await runOnce(world.options(), world.actions());

    expect(first).toMatchObject({ kind: 'refused', failure: { code: 'throttled', retryAfterSeconds: 3 } });
    expect(second).toMatchObject({ kind: 'executed' });
  });

  it('remembers a definite refusal', async () => {
    const world = startWorld();
    const first = await runOnce(world.options(), world.actions({ effect: () => Promise.reject(definite) }));

    const second = await runOnce(world.options(), world.actions());

    expect(second).toEqual(first);
    expect(second).toMatchObject({ kind: 'refused', failure: { code: 'twilio_refused' } });
    expect(world.created).toHaveLength(0);
  });

  it('waits out the grace before it repeats an effect that nobody can find', async () => {
    const world = startWorld();
    const lost = await runOnce(world.options(), world.actions({ effect: () => Promise.reject(ambiguous) }));
    world.clock.advance(GRACE - 2_000);
    const early = await runOnce(world.options(), world.actions());
    world.clock.advance(2_000);
    const later = await runOnce(world.options(), world.actions());

    expect(lost).toMatchObject({ failure: { code: 'deadline_exceeded', retryAfterSeconds: GRACE / 1000 } });
    expect(early).toMatchObject({ failure: { code: 'in_flight', retryAfterSeconds: 2 } });
    expect(later).toMatchObject({ kind: 'executed' });
  });

  it('finds the effect of a worker that died, and does not repeat it', async () => {
    const world = startWorld();
    await beginSlowly(world);
    await world.create();
    world.clock.advance(LEASE);

    const outcome = await runOnce(world.options(), world.actions());

    expect(outcome).toEqual({ kind: 'replayed', answer: { taskSid: 'WT1' } });
    expect(world.created).toHaveLength(1);
  });

  it('does not begin when reconciling is not possible', async () => {
    const world = startWorld();
    await runOnce(world.options(), world.actions({ effect: () => Promise.reject(ambiguous) }));
    world.clock.advance(GRACE);

    const outcome = await runOnce(
      world.options(),
      world.actions({ reconcile: () => Promise.reject(throttled) }),
    );

    expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'throttled' } });
    expect(world.created).toHaveLength(0);
  });

  it('treats an unforeseen error as ambiguous and throws it on', async () => {
    const world = startWorld();
    const effect = () => world.create().then(() => Promise.reject(new RangeError('a mistake')));
    const reconcile = () => Promise.resolve('absent' as const);

    await expect(runOnce(world.options(), world.actions({ effect, reconcile }))).rejects.toThrow(RangeError);
    expect(await runOnce(world.options(), world.actions())).toEqual({
      kind: 'replayed',
      answer: { taskSid: 'WT1' },
    });
  });

  it('does nothing while the store is down', async () => {
    const world = startWorld();
    const down = new StoreUnavailable('test');
    const store: Store = { ...world.store, createIfAbsent: () => Promise.reject(down) };

    await expect(runOnce(world.options({ store }), world.actions())).rejects.toBe(down);
    expect(world.created).toHaveLength(0);
  });

  it('gives the answer of an effect that the store could not be told, and finds it again later', async () => {
    const world = startWorld();
    const store: Store = {
      ...world.store,
      compareAndSet: () => Promise.reject(new StoreUnavailable('test')),
    };

    const first = await runOnce(world.options({ store }), world.actions());
    world.clock.advance(LEASE);
    const repeat = await runOnce(world.options(), world.actions());

    expect(first).toEqual({ kind: 'executed', answer: { taskSid: 'WT1' }, settled: false });
    expect(repeat).toEqual({ kind: 'replayed', answer: { taskSid: 'WT1' } });
    expect(world.created).toHaveLength(1);
  });

  it('does not begin after its lease: another worker may have', async () => {
    const world = startWorld();
    const store: Store = {
      ...world.store,
      createIfAbsent: async (...record) => {
        const outcome = await world.store.createIfAbsent(...record);
        world.clock.advance(LEASE);
        return outcome;
      },
    };

    const outcome = await runOnce(world.options({ store }), world.actions());

    expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'in_flight' } });
    expect(world.created).toHaveLength(0);
  });
});
