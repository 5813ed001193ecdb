import fc from 'fast-check';
import { playSchedule } from './support/interleaveRun';
import { schedule } from './support/interleaveSteps';
import { STORIES } from './support/interleaveStories';

/** Real time: what chance finds depends on the seed anyway, and a busy machine must not make it minutes. */
const SEARCH_MS = 10_000;

describe('requests, events, kills and people in any order', () => {
  it.each(STORIES)('leave nothing behind and ask no two agents at once: %s', async (_story, steps) => {
    expect(await playSchedule(steps)).toEqual([]);
  });

  it('never ask two agents at once, never give two pages the transfer, and leave nothing behind', async () => {
    const end = performance.now() + SEARCH_MS;
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        // Not fast-check's own time limit: it returns while a schedule still runs, whose servers then outlive the test.
        if (performance.now() > end) return;
        expect(await playSchedule(steps)).toEqual([]);
      }),
      { numRuns: 120, endOnFailure: true },
    );
  }, 60_000);
});
