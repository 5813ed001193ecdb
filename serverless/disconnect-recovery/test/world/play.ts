import { isOpen } from '../../src/recovery/drop';
import { deeds } from './deeds';
import type { Who } from './people';
import { isRedelivered, Processes, type Fate } from './processes';
import { holdAlways, holdInTheEnd } from './rules';
import { newWorld, type World } from './world';

/** One thing that happens in a story. */
export type StoryStep =
  | { readonly do: Exclude<keyof typeof deeds, 'wait'>; readonly who: Who }
  | { readonly do: 'wait'; readonly ms: number }
  /** A piece of mail arrives, and again if it is a duplicate; `lost` never arrives. */
  | { readonly do: 'deliver'; readonly which: number; readonly how: 'once' | 'again' | 'lost' }
  | { readonly do: 'step'; readonly which: number; readonly fate: Fate }
  | { readonly do: 'finish' };

export const RULES = { telephones: false, enabled: true };

export interface Played {
  readonly world: World;
  readonly processes: Processes;
}

/** Plays a story, checking the rules at every step, then lets everything come to rest and checks the end. */
export async function play(
  steps: readonly StoryStep[],
  { lateMail }: { lateMail: boolean },
): Promise<Played> {
  const world = newWorld();
  const processes = new Processes(world, RULES);
  for (const step of steps) {
    await take(world, processes, step);
    holdAlways(world, processes);
  }
  await rest(world, processes, lateMail);
  holdAlways(world, processes);
  holdInTheEnd(world, processes, { now: world.now, me: 'the end', rules: RULES });
  return { world, processes };
}

async function take(world: World, processes: Processes, step: StoryStep): Promise<void> {
  switch (step.do) {
    case 'wait':
      deeds.wait(world, step.ms);
      processes.endOverdue();
      return;
    case 'deliver': {
      const event = world.mail[step.which % world.mail.length];
      if (event === undefined) return;
      if (step.how === 'lost' && isRedelivered(event)) return;
      if (step.how !== 'again') world.mail.splice(world.mail.indexOf(event), 1);
      if (step.how !== 'lost') await processes.begin(event);
      return;
    }
    case 'step':
      if (processes.running > 0) await processes.step(step.which, step.fate);
      return;
    case 'finish':
      await processes.finishAll();
      return;
    default:
      deeds[step.do](world, step.who);
  }
}

/** Nothing is on its way, and nobody waits for anything. */
const isAtRest = ({ mail, lines }: World, { stored }: Processes): boolean =>
  mail.length === 0 &&
  !isOpen(stored?.call.drop) &&
  stored?.call.farewell === undefined &&
  !lines.some(({ state }) => state === 'waiting');

/**
 * What is left of the mail comes, or, when it is lost, at least the one trigger that Event Streams delivers in the end;
 * then the scheduler calls every minute. The agent's page is dead, another agent takes who waits.
 */
async function rest(world: World, processes: Processes, lateMail: boolean): Promise<void> {
  await processes.finishAll();
  for (let minute = 0; minute < 12; minute += 1) {
    const mail = world.mail.splice(0).filter((event) => lateMail || isRedelivered(event));
    for (const event of mail) {
      await processes.begin(event);
      await processes.finishAll();
      holdAlways(world, processes);
    }
    deeds.wait(world, 61_000);
    if (processes.stored !== undefined) {
      await processes.begin({ type: 'tick' });
      await processes.finishAll();
    }
    if (minute === 2) deeds.failTransfer(world);
    if (minute === 6) deeds.takeLine(world, 2);
    if (minute > 2 && isAtRest(world, processes)) return;
  }
}
