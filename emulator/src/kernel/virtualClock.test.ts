import { createVirtualClock } from './virtualClock';

describe('a paused clock', () => {
  it('stands still until it is advanced', async () => {
    const clock = createVirtualClock({ startMs: 1_000, mode: 'paused' });
    const before = clock.now();

    await clock.advance(500);

    expect([before, clock.now()]).toEqual([1_000, 1_500]);
  });

  it('runs what falls due in order, each at its own instant', async () => {
    const clock = createVirtualClock({ startMs: 0, mode: 'paused' });
    const seen: string[] = [];
    const note = (name: string) => () => void seen.push(`${name}@${clock.now()}`);
    clock.schedule(300, note('late'));
    clock.schedule(100, note('early'));
    clock.schedule(100, note('early, scheduled later'));

    await clock.advance(400);

    expect(seen).toEqual(['early@100', 'early, scheduled later@100', 'late@300']);
  });

  it('runs what a callback schedules within the same jump', async () => {
    const clock = createVirtualClock({ startMs: 0, mode: 'paused' });
    const seen: number[] = [];
    clock.schedule(100, () => clock.schedule(50, () => seen.push(clock.now())));

    await clock.advance(200);

    expect(seen).toEqual([150]);
  });

  it('lets promises settle between two instants', async () => {
    const clock = createVirtualClock({ startMs: 0, mode: 'paused' });
    const seen: string[] = [];
    const settleSlowly = async (): Promise<void> => {
      for (let i = 0; i < 20; i++) await Promise.resolve();
      seen.push('settled');
    };
    clock.schedule(10, () => void settleSlowly());
    clock.schedule(11, () => seen.push('next instant'));

    await clock.advance(20);

    expect(seen).toEqual(['settled', 'next instant']);
  });

  it('runs what is due at the present instant without being advanced, but not in the current call stack', async () => {
    const clock = createVirtualClock({ mode: 'paused' });
    let ran = false;
    const due = new Promise<void>((resolve) => {
      clock.schedule(0, () => {
        ran = true;
        resolve();
      });
    });
    const ranAtOnce = ran;

    await due;

    expect([ranAtOnce, ran]).toEqual([false, true]);
  });

  it('waits for held work before it goes on to a later instant', async () => {
    const clock = createVirtualClock({ startMs: 0, mode: 'paused' });
    const seen: string[] = [];
    let finish: () => void = () => undefined;
    clock.schedule(10, () => {
      const work = new Promise<void>((resolve) => (finish = resolve)).then(() =>
        seen.push(`work@${clock.now()}`),
      );
      clock.hold(work);
      setImmediate(() =>
        setImmediate(() => {
          finish();
        }),
      );
    });
    clock.schedule(1_000, () => seen.push('later'));

    await clock.advance(2_000);

    expect(seen).toEqual(['work@10', 'later']);
  });

  it('goes on after the grace period when held work never ends', async () => {
    const clock = createVirtualClock({ startMs: 0, mode: 'paused', graceMs: 5 });
    clock.hold(new Promise(() => undefined));

    await clock.advance(1_000);

    expect(clock.now()).toBe(1_000);
  });

  it('never runs what was cancelled', async () => {
    const clock = createVirtualClock({ mode: 'paused' });
    const seen: string[] = [];
    const cancel = clock.schedule(10, () => seen.push('cancelled'));
    clock.schedule(20, () => seen.push('kept'));
    cancel();
    cancel();

    await clock.advance(30);

    expect(seen).toEqual(['kept']);
  });

  it('takes advances one after the other', async () => {
    const clock = createVirtualClock({ startMs: 0, mode: 'paused' });

    await Promise.all([clock.advance(100), clock.advance(200)]);

    expect(clock.now()).toBe(300);
  });

  it('rejects with what a callback threw, after everything else has run', async () => {
    const clock = createVirtualClock({ startMs: 0, mode: 'paused' });
    const seen: string[] = [];
    clock.schedule(1, () => {
      throw new Error('broken');
    });
    clock.schedule(2, () => seen.push('still run'));

    await expect(clock.advance(5)).rejects.toThrow('broken');

    expect([seen, clock.now()]).toEqual([['still run'], 5]);
  });

  it.each([-1, Number.NaN, Infinity])('refuses to advance by %p', async (ms) => {
    const clock = createVirtualClock({ mode: 'paused' });

    await expect(clock.advance(ms)).rejects.toThrow(RangeError);
  });

  it('drops everything when stopped, for good', async () => {
    const clock = createVirtualClock({ mode: 'paused' });
    const seen: string[] = [];
    clock.schedule(0, () => seen.push('before'));
    clock.stop();
    clock.schedule(0, () => seen.push('after'));

    await clock.advance(10);

    expect(seen).toEqual([]);
  });
});

describe('a running clock', () => {
  it('follows the machine and runs timers by itself', async () => {
    const clock = createVirtualClock({ startMs: 5_000 });
    const startedAt = clock.now();

    const ranAt = await new Promise<number>((resolve) =>
      clock.schedule(20, () => {
        resolve(clock.now());
      }),
    );
    clock.stop();

    expect(ranAt - startedAt).toBeGreaterThanOrEqual(20);
  });

  it('can be moved ahead, and keeps running from there', async () => {
    const clock = createVirtualClock({ startMs: 0 });
    const hour = 3_600_000;
    const seen: string[] = [];
    clock.schedule(hour, () => seen.push('due'));

    await clock.advance(hour + 1);
    clock.stop();

    expect(seen).toEqual(['due']);
    expect(clock.now()).toBeGreaterThan(hour);
  });

  it('stops at the present when paused, and goes on from there when resumed', async () => {
    const clock = createVirtualClock({ startMs: 0 });
    clock.pause();
    const pausedAt = clock.now();
    await clock.advance(1_000);
    const movedTo = clock.now();
    clock.resume();

    const ranAt = await new Promise<number>((resolve) =>
      clock.schedule(1, () => {
        resolve(clock.now());
      }),
    );
    clock.stop();

    expect(movedTo).toBe(pausedAt + 1_000);
    expect(ranAt).toBeGreaterThan(movedTo);
  });
});
