import type { ControllableClock } from './clock';
import { createTimerHeap } from './timerHeap';
import { createWorkTracker } from './workTracker';

export interface VirtualClockOptions {
  /** Where time starts, milliseconds since 1970; the machine's time unless given. */
  readonly startMs?: number;
  readonly mode?: ControllableClock['mode'];
  /** Longest real time in milliseconds a jump waits for held work before it goes on. */
  readonly graceMs?: number;
}

/** Node's longest timeout; a longer wait wakes up early, finds nothing due and waits again. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Time that can be stopped and moved. What is due at the present instant (`schedule(0, …)`) runs even while paused:
 * pausing stops time, not work. A callback that throws makes the `advance` that ran it reject, or else surfaces as
 * an uncaught exception, like one thrown in a real timer.
 */
export function createVirtualClock(options: VirtualClockOptions = {}): ControllableClock {
  const timers = createTimerHeap();
  const work = createWorkTracker(options.graceMs ?? 2_000);
  let mode = options.mode ?? 'running';
  let baseMs = options.startMs ?? Date.now();
  let realBaseMs = performance.now();
  let stopped = false;
  let wake: { cancel: () => void; dueMs: number } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const now = (): number =>
    mode === 'paused' ? baseMs : baseMs + Math.floor(performance.now() - realBaseMs);

  const moveTo = (instantMs: number): void => {
    baseMs = Math.max(now(), instantMs);
    realBaseMs = performance.now();
  };

  const runNext = (limitMs: number): boolean => {
    const timer = timers.peek();
    if (!timer || timer.dueMs > limitMs) return false;
    timers.remove(timer);
    if (timer.dueMs > now()) moveTo(timer.dueMs);
    timer.callback();
    return true;
  };

  const takeTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result.catch(() => undefined);
    return result;
  };

  const runDue = async (): Promise<void> => {
    wake = undefined;
    for (;;) {
      try {
        if (!runNext(now())) break;
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
      await Promise.resolve();
    }
    plan();
  };

  const plan = (): void => {
    const next = timers.peek();
    if (wake && wake.dueMs === next?.dueMs) return;
    wake?.cancel();
    wake = undefined;
    if (!next || stopped) return;
    const delayMs = next.dueMs - now();
    const fire = (): void => void takeTurn(runDue);
    if (delayMs <= 0) {
      const immediate = setImmediate(fire);
      wake = {
        dueMs: next.dueMs,
        cancel: () => {
          clearImmediate(immediate);
        },
      };
    } else if (mode === 'running') {
      const timeout = setTimeout(fire, Math.min(delayMs, LONGEST_TIMEOUT_MS)).unref();
      wake = {
        dueMs: next.dueMs,
        cancel: () => {
          clearTimeout(timeout);
        },
      };
    }
  };

  const advanceTo = async (ms: number): Promise<void> => {
    const targetMs = now() + ms;
    const errors: unknown[] = [];
    await work.settle();
    for (let more = true; more && !stopped;) {
      try {
        more = runNext(targetMs);
      } catch (error) {
        errors.push(error);
      }
      await work.settle();
    }
    if (now() < targetMs) moveTo(targetMs);
    plan();
    if (errors.length > 0) throw errors[0];
  };

  return {
    get mode() {
      return mode;
    },
    now,
    schedule(delayMs, callback) {
      if (stopped) return () => undefined;
      const timer = timers.push(now() + Math.max(0, delayMs), callback);
      plan();
      return () => {
        timers.remove(timer);
      };
    },
    hold: (held) => {
      work.track(held);
    },
    advance(ms) {
      if (!(ms >= 0) || !Number.isFinite(ms))
        return Promise.reject(new RangeError(`Cannot advance by ${ms} ms`));
      return takeTurn(() => advanceTo(ms));
    },
    pause() {
      moveTo(now());
      mode = 'paused';
      plan();
    },
    resume() {
      realBaseMs = performance.now();
      mode = 'running';
      plan();
    },
    stop() {
      stopped = true;
      timers.clear();
      plan();
    },
  };
}
