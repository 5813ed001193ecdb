import { type Store, StoreUnavailable } from '../store';
import { beginSlowly, GRACE, LEASE, startOnceWorld } from '../testing/onceWorld';
import { UpstreamError } from '../twilio/upstreamError';
import { runOnce } from './runOnce';

const ambiguous = new UpstreamError({ reason: 'timeout', outcome: 'ambiguous', retryable: false });
const throttled = new UpstreamError({
  reason: 'throttled',
  outcome: 'not-executed',
  retryable: true,
  retryAfterMs: 3_000,
});
const definite = new UpstreamError({ reason: 'refused', outcome: 'definite', retryable: false, status: 409 });

describe('runOnce', () => {
  it('gives a replay that is identical to the byte, even if the answer has more members than its schema', async () => {
    const world = startOnceWorld();
    const effect = () => Promise.resolve({ zebra: 1, taskSid: 'WT1', apple: 2 });

    const first = await runOnce(world.options(), world.actions({ effect }));
    const repeat = await runOnce(world.options(), world.actions({ effect }));

    const answerOf = (outcome: typeof first) =>
      JSON.stringify(outcome.kind === 'refused' ? null : outcome.answer);
    expect(answerOf(repeat)).toBe(answerOf(first));
  });

  it('answers "in flight" while another worker is at it, with the time its lease has left', async () => {
    const world = startOnceWorld();
    const first = await beginSlowly(world);
    world.clock.advance(4_200);

    const second = await runOnce(world.options(), world.actions());

    expect(second).toMatchObject({ kind: 'refused', failure: { code: 'in_flight', retryAfterSeconds: 11 } });
    first.succeed({ taskSid: 'WT1' });
    await first.outcome;
  });

  it('lets anybody begin at once after an effect that was not executed', async () => {
    const world = startOnceWorld();

    const first = await runOnce(world.options(), world.actions({ effect: () => Promise.reject(throttled) }));
    const second = await runOnce(world.options(), world.actions());

    expect(first).toMatchObject({ kind: 'refused', failure: { code: 'throttled', retryAfterSeconds: 3 } });
    expect(second).toMatchObject({ kind: 'executed' });
  });

  it('remembers a definite refusal', async () => {
    const world = startOnceWorld();
    const first = await runOnce(world.options(), world.actions({ effect: () => Promise.reject(definite) }));

    const second = await runOnce(world.options(), world.actions());

    expect(second).toEqual(first);
    expect(second).toMatchObject({ kind: 'refused', failure: { code: 'twilio_refused' } });
    expect(world.created).toHaveLength(0);
  });

  it('waits out the grace before it repeats an effect that nobody can find', async () => {
    const world = startOnceWorld();
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
    const world = startOnceWorld();
    await beginSlowly(world);
    await world.create();
    world.clock.advance(LEASE);

    const outcome = await runOnce(world.options(), world.actions());

    expect(outcome).toEqual({ kind: 'replayed', answer: { taskSid: 'WT1' } });
    expect(world.created).toHaveLength(1);
  });

  it('does not begin when reconciling is not possible', async () => {
    const world = startOnceWorld();
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
    const world = startOnceWorld();
    const effect = () => world.create().then(() => Promise.reject(new RangeError('a mistake')));
    const reconcile = () => Promise.resolve('absent' as const);

    await expect(runOnce(world.options(), world.actions({ effect, reconcile }))).rejects.toThrow(RangeError);
    expect(await runOnce(world.options(), world.actions())).toEqual({
      kind: 'replayed',
      answer: { taskSid: 'WT1' },
    });
  });

  it('does nothing while the store is down', async () => {
    const world = startOnceWorld();
    const down = new StoreUnavailable('test');
    const store: Store = { ...world.store, createIfAbsent: () => Promise.reject(down) };

    await expect(runOnce(world.options({ store }), world.actions())).rejects.toBe(down);
    expect(world.created).toHaveLength(0);
  });

  it('gives the answer of an effect that the store could not be told, and finds it again later', async () => {
    const world = startOnceWorld();
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
    const world = startOnceWorld();
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
