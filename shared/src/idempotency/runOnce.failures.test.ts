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

describe('runOnce, where the best-known library fails', () => {
  it('1: a late failing worker does not delete the newer record', async () => {
    const world = startOnceWorld();
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
    const world = startOnceWorld();
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
    const world = startOnceWorld();
    const effect = () => world.create().then(() => Promise.reject(ambiguous));

    const first = await runOnce(world.options(), world.actions({ effect }));
    const repeat = await runOnce(world.options(), world.actions({ effect }));

    expect(first).toEqual({ kind: 'executed', answer: { taskSid: 'WT1' }, settled: true });
    expect(repeat).toEqual({ kind: 'replayed', answer: { taskSid: 'WT1' } });
    expect(world.created).toHaveLength(1);
  });

  it('4: another body under the same key is refused, not answered with what the first one got', async () => {
    const world = startOnceWorld();
    await runOnce(world.options(), world.actions());

    const other = await runOnce(world.options({ fingerprint: 'other print' }), world.actions());

    expect(other).toMatchObject({ kind: 'refused', failure: { code: 'request_mismatch' } });
    expect(world.created).toHaveLength(1);
  });

  it.each([{ key: '' }, { key: '  ' }, { fingerprint: '' }, { retentionMs: LEASE + GRACE }])(
    '5: without the means to protect it throws instead of going on: %o',
    async (missing) => {
      const world = startOnceWorld();

      await expect(runOnce(world.options(missing), world.actions())).rejects.toThrow(TypeError);
      expect(world.created).toHaveLength(0);
    },
  );
});
