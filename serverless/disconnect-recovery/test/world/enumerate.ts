import { deeds as doable } from './deeds';
import { Processes } from './processes';
import { play, RULES, type StoryStep } from './play';
import { newWorld } from './world';

export interface Enumerated {
  readonly stories: number;
  /** How many times the caller was enqueued, and the agent pinged, in each. */
  readonly lines: readonly number[];
  readonly pings: readonly number[];
}

const MOST_STORIES = 20_000;

/**
 * Plays every story that can be made of these deeds in their order and of the mail they lead to in any order: at each
 * point the next deed is done, or one of the pieces of mail that are there arrives and is handled to its end.
 */
export async function enumerate(
  deeds: readonly StoryStep[],
  begun: readonly StoryStep[] = [],
): Promise<Enumerated> {
  const open: StoryStep[][] = [[...begun]];
  const lines: number[] = [];
  const pings: number[] = [];
  let stories = 0;
  for (let prefix = open.pop(); prefix !== undefined; prefix = open.pop()) {
    const branches = await branchesOf(prefix, [...begun.filter(isDeed), ...deeds]);
    if (branches.length > 0) {
      open.push(...branches);
      continue;
    }
    stories += 1;
    if (stories > MOST_STORIES) throw new Error('more stories than can be played');
    const { world } = await play(prefix, { lateMail: true });
    lines.push(world.lines.length);
    pings.push(world.pings.length);
  }
  return { stories, lines, pings };
}

const isDeed = (step: StoryStep): boolean => !['deliver', 'step', 'finish'].includes(step.do);

/** The stories that are one step longer; none when everything has been done and has arrived. */
async function branchesOf(prefix: readonly StoryStep[], deeds: readonly StoryStep[]): Promise<StoryStep[][]> {
  const world = newWorld();
  const processes = new Processes(world, RULES);
  let done = 0;
  for (const step of prefix) {
    if (step.do === 'deliver') {
      const [event] = world.mail.splice(step.which, 1);
      if (event !== undefined) await processes.begin(event);
      await processes.finishAll();
    } else if (step.do === 'wait') {
      done += 1;
      doable.wait(world, step.ms);
    } else if (step.do !== 'step' && step.do !== 'finish') {
      done += 1;
      doable[step.do](world, step.who);
    }
  }
  const next = deeds[done];
  const arrivals = world.mail.map((_event, which): StoryStep[] => [
    ...prefix,
    { do: 'deliver', which, how: 'once' },
    { do: 'finish' },
  ]);
  return next === undefined ? arrivals : [[...prefix, next], ...arrivals];
}
