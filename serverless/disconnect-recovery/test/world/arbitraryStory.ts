import fc from 'fast-check';
import type { StoryStep } from './play';

const who = fc.constantFrom(0 as const, 1 as const, 2 as const);

const deed: fc.Arbitrary<StoryStep> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('drop' as const), who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'register' as const,
        'hangUp' as const,
        'kick' as const,
        'startTransfer' as const,
        'leaveByTransfer' as const,
        'takenByTransfer' as const,
        'failTransfer' as const,
        'accept' as const,
        'join' as const,
        'callThirdParty' as const,
        'thirdPartyLeaves' as const,
        'customerHangsUp' as const,
        'acceptPing' as const,
        'takeLine' as const,
      ),
      who,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('acceptPing' as const), who }) },
);

const fate = fc.constantFrom(
  'none' as const,
  'none' as const,
  'none' as const,
  'none' as const,
  'none' as const,
  'refused' as const,
  'lost' as const,
  'killed_before' as const,
  'killed_after' as const,
);

const delivery: fc.Arbitrary<StoryStep> = fc.record({
  do: fc.constant('deliver' as const),
  which: fc.nat(7),
  how: fc.constantFrom('once' as const, 'once' as const, 'once' as const, 'again' as const, 'lost' as const),
});

const work: fc.Arbitrary<StoryStep> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('step' as const), which: fc.nat(3), fate }) },
  { weight: 3, arbitrary: fc.constant({ do: 'finish' as const }) },
);

const wait: fc.Arbitrary<StoryStep> = fc.record({
  do: fc.constant('wait' as const),
  ms: fc.constantFrom(500, 4_000, 16_000, 31_000),
});

/** A call with up to three workers, a third party and transfers, told by events in any order, lost, twice or late. */
export const arbitraryStory: fc.Arbitrary<StoryStep[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: deed },
    { weight: 5, arbitrary: delivery },
    { weight: 8, arbitrary: work },
    { weight: 1, arbitrary: wait },
  ),
  { minLength: 4, maxLength: 40, size: 'max' },
);

/** The agent's page has registered its worker. */
export const afterHello: readonly StoryStep[] = [
  { do: 'register', who: 0 },
  { do: 'deliver', which: 0, how: 'once' },
  { do: 'finish' },
];

/** What comes of what has been done: nobody does anything more. */
export const arbitraryAftermath: fc.Arbitrary<StoryStep[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: delivery },
    { weight: 6, arbitrary: work },
    { weight: 1, arbitrary: wait },
  ),
  { maxLength: 16, size: 'max' },
);
