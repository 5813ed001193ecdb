import fc from 'fast-check';
import { playSchedule } from './support/interleaveRun';
import { schedule } from './support/interleaveSteps';

describe('requests, events, kills and people in any order', () => {
  it('never ask two agents at once, never give two pages the transfer, and leave nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        expect(await playSchedule(steps)).toEqual([]);
      }),
      { numRuns: 120, endOnFailure: true },
    );
  }, 120_000);
});
