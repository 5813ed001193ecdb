import { afterHello } from './world/arbitraryStory';
import { enumerate } from './world/enumerate';
import type { StoryStep } from './world/play';

interface Story {
  readonly name: string;
  readonly begun: readonly StoryStep[];
  /** What people do, in this order; between any two of them any piece of mail may arrive, or not yet. */
  readonly deeds: readonly StoryStep[];
  readonly mostLines: number;
  readonly mostPings: number;
}

const STORIES: readonly Story[] = [
  {
    name: 'an agent drops and comes back',
    begun: afterHello,
    deeds: [
      { do: 'drop', who: 0 },
      { do: 'acceptPing', who: 0 },
      { do: 'takeLine', who: 0 },
    ],
    mostLines: 1,
    mostPings: 1,
  },
  {
    name: 'an agent drops before the page has registered',
    begun: [{ do: 'register', who: 0 }],
    deeds: [
      { do: 'drop', who: 0 },
      { do: 'wait', ms: 16_000 },
    ],
    mostLines: 1,
    mostPings: 1,
  },
  {
    name: 'the customer hangs up while the agent is asked back',
    begun: afterHello,
    deeds: [
      { do: 'drop', who: 0 },
      { do: 'customerHangsUp', who: 0 },
    ],
    mostLines: 0,
    mostPings: 1,
  },
  {
    name: 'an agent hangs up, and all of it is told in any order',
    begun: [],
    deeds: [
      { do: 'register', who: 0 },
      { do: 'hangUp', who: 0 },
    ],
    mostLines: 0,
    mostPings: 1,
  },
  {
    name: 'an agent leaves by a cold transfer',
    begun: [
      ...afterHello,
      { do: 'startTransfer', who: 0 },
      { do: 'accept', who: 1 },
      { do: 'deliver', which: 0, how: 'once' },
      { do: 'finish' },
      { do: 'deliver', which: 1, how: 'once' },
      { do: 'finish' },
    ],
    deeds: [
      { do: 'leaveByTransfer', who: 0 },
      { do: 'join', who: 1 },
    ],
    mostLines: 0,
    mostPings: 0,
  },
];

describe('every order of the events of a small call', () => {
  it.each(STORIES)('$name', async ({ begun, deeds, mostLines, mostPings }) => {
    const { stories, lines, pings } = await enumerate(deeds, begun);

    expect(stories).toBeGreaterThan(5);
    expect(Math.max(...lines)).toBe(mostLines);
    expect(Math.max(...pings)).toBe(mostPings);
  });
});
