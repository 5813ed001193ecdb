import type { Stack } from '../stack/model';
import { createNarrator } from '../story/narrator';
import { playStory } from '../story/playStory';

/** Plays the story in the terminal and says how it went; resolves with whether every check held. */
export async function tellStory(stack: Stack, paceMs: number): Promise<boolean> {
  const narrator = createNarrator(paceMs, console.log);
  let held = false;
  try {
    held = await playStory(stack, narrator);
  } catch (error) {
    console.error(`\nThe story could not go on: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { passed, failed } = narrator.checks;
  console.log(`\n${passed} checks held, ${failed} did not.`);
  return held;
}
