import { DeadlineExceeded } from '../errors/deadlineExceeded';
import { startDeadline } from '../host/deadline';
import { manualClock } from '../testing/manualClock';
import { type RetryRules, withRetry } from './retry';
import { UpstreamError, type UpstreamFacts } from './upstreamError';

const fault = (facts: Partial<UpstreamFacts> = {}) =>
  new UpstreamError({ reason: 'throttled', outcome: 'not-executed', retryable: true, ...facts });

const startWorld = (deadlineMs = 60_000) => {
  const clock = manualClock();
  const slept: number[] = [];
  const rules: RetryRules = {
    deadline: startDeadline(clock, deadlineMs),
    attemptMs: 4_000,
    random: () => 0.5,
    sleep: (ms) => {
      slept.push(ms);
      clock.advance(ms);
      return Promise.resolve();
    },
  };
  return { clock, slept, rules };
};

/** A call that throws these one after the other, and then succeeds. */
const failing = (...errors: readonly Error[]) => {
  const timeouts: number[] = [];
  const call = (timeoutMs: number) => {
    timeouts.push(timeoutMs);
    const error = errors[timeouts.length - 1];
    return error ? Promise.reject(error) : Promise.resolve('done');
  };
  return { call, timeouts };
};

describe('withRetry', () => {
  it('does not wait or repeat when the call succeeds', async () => {
    const { rules, slept } = startWorld();
    const { call, timeouts } = failing();

    expect(await withRetry(call, rules)).toBe('done');
    expect([timeouts, slept]).toEqual([[4_000], []]);
  });

  it('waits longer each time, anywhere between nothing and the full step', async () => {
    const { rules, slept } = startWorld();
    const { call } = failing(fault(), fault(), fault());

    await withRetry(call, rules);

    expect(slept).toEqual([50, 100, 200]);
  });

  it('waits at least as long as Twilio asks', async () => {
    const { rules, slept } = startWorld();

    await withRetry(failing(fault({ retryAfterMs: 3_000 })).call, rules);

    expect(slept).toEqual([3_050]);
  });

  it('repeats at once, once, when a kept-alive connection turns out to be dead', async () => {
    const { rules, slept } = startWorld();
    const reset = () => fault({ reason: 'broken', networkCode: 'ECONNRESET' });

    await withRetry(failing(reset(), reset()).call, rules);

    expect(slept).toEqual([100]);
  });

  it('never repeats what may not be repeated', async () => {
    const { rules } = startWorld();
    const error = fault({ reason: 'timeout', outcome: 'ambiguous', retryable: false });
    const { call, timeouts } = failing(error);

    await expect(withRetry(call, rules)).rejects.toBe(error);
    expect(timeouts).toHaveLength(1);
  });

  it('throws on what is not an error of Twilio, at once', async () => {
    const { rules } = startWorld();
    const { call, timeouts } = failing(new TypeError('a mistake'));

    await expect(withRetry(call, rules)).rejects.toThrow(TypeError);
    expect(timeouts).toHaveLength(1);
  });

  it.each([
    ['six', 6, fault()],
    ['three', 3, fault({ reason: 'broken', outcome: 'ambiguous', status: 503 })],
  ])('gives up after %s attempts', async (_name, attempts, error) => {
    const { rules } = startWorld();
    const { call, timeouts } = failing(...Array.from({ length: 7 }, () => error));

    await expect(withRetry(call, rules)).rejects.toBe(error);
    expect(timeouts).toHaveLength(attempts);
  });

  it('does not call an effect unexecuted because a later attempt was: the first one may have happened', async () => {
    const { rules } = startWorld();
    const lost = fault({ reason: 'timeout', outcome: 'ambiguous' });
    const { call } = failing(lost, ...Array.from({ length: 6 }, () => fault()));

    await expect(withRetry(call, rules)).rejects.toBe(lost);
  });

  it('reports the conflict that follows an attempt that was applied after all', async () => {
    const { rules } = startWorld();
    const conflict = fault({ reason: 'conflict', retryable: false });
    const { call } = failing(fault({ reason: 'timeout', outcome: 'ambiguous' }), conflict);

    await expect(withRetry(call, rules)).rejects.toBe(conflict);
  });

  it('does not wait beyond the deadline', async () => {
    const { rules, slept } = startWorld(2_000);
    const error = fault({ retryAfterMs: 2_000 });

    await expect(withRetry(failing(error).call, rules)).rejects.toBe(error);
    expect(slept).toEqual([]);
  });

  it('gives each attempt a share of what is left', async () => {
    const { rules } = startWorld(3_000);
    const { call, timeouts } = failing(fault({ retryAfterMs: 1_000 }));

    await withRetry(call, rules);

    expect(timeouts[0]).toBeLessThan(3_000);
    expect(timeouts[1]).toBeLessThan(timeouts[0] ?? 0);
  });

  it("throws Twilio's error, not DeadlineExceeded, when time runs out after a call", async () => {
    const { rules, clock } = startWorld(1_000);
    const error = fault({ reason: 'broken', outcome: 'ambiguous' });
    const call = () => {
      clock.advance(850);
      return Promise.reject(error);
    };

    await expect(withRetry(call, rules)).rejects.toBe(error);
  });

  it('throws DeadlineExceeded when there is no time for any call', async () => {
    const { rules } = startWorld(0);
    const { call, timeouts } = failing();

    await expect(withRetry(call, rules)).rejects.toBeInstanceOf(DeadlineExceeded);
    expect(timeouts).toHaveLength(0);
  });
});
