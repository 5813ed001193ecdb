import fc from 'fast-check';
import { createVirtualClock } from '../kernel/virtualClock';
import { createSlidingWindow } from './slidingWindow';

describe('sliding window', () => {
  it('never admits more than max in a window, and always admits after the wait it names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 60 }),
        async (max, pauses) => {
          const windowMs = 1_000;
          const clock = createVirtualClock({ mode: 'paused', startMs: 12_345 });
          const window = createSlidingWindow(clock, max, windowMs);
          const admitted: number[] = [];
          for (const pause of pauses) {
            await clock.advance(pause);
            const waitMs = window.waitMs();
            if (waitMs > 0) {
              expect(waitMs).toBeLessThanOrEqual(windowMs);
              await clock.advance(waitMs);
              expect(window.waitMs()).toBe(0);
            }
            window.add();
            admitted.push(clock.now());
          }
          // A slot may leave the window up to a tenth early: the count is exact per slot, not per millisecond.
          const tolerance = windowMs / 10;
          for (const start of admitted) {
            const inWindow = admitted.filter((at) => at >= start && at < start + windowMs - tolerance);
            expect(inWindow.length).toBeLessThanOrEqual(max);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
