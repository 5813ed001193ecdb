import fc from 'fast-check';
import { afterHello, arbitraryAftermath, arbitraryStory } from './world/arbitraryStory';
import { play, type StoryStep } from './world/play';

const RUNS = { numRuns: 10_000 };
/** Ten thousand stories take some 20 s where nothing else runs. */
const TIME_MS = 180_000;

describe('whatever happens on a call', () => {
  it(
    'leaves no caller alone, enqueues none twice, and comes to an end',
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryStory, fc.boolean(), async (steps, lateMail) => {
          await play(steps, { lateMail });
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});

describe('an agent whose hang-up was known before the leg went', () => {
  const goodbye: readonly StoryStep[] = [
    ...afterHello,
    { do: 'hangUp', who: 0 },
    { do: 'deliver', which: 0, how: 'once' },
    { do: 'finish' },
  ];

  it(
    'is never asked back, and the caller is not sent anywhere',
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryAftermath, fc.boolean(), async (steps, lateMail) => {
          const { world } = await play([...goodbye, ...steps], { lateMail });
          expect({ pings: world.pings, lines: world.lines }).toEqual({ pings: [], lines: [] });
        }),
        RUNS,
      );
    },
    TIME_MS,
  );
});
