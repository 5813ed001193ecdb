import type { Stack } from '../stack/model';
import { curlCommands } from '../story/curlCommands';
import { leaveCall } from '../story/leaveCall';

/** Leaves a call with Carol after the story, and prints what to try on it. */
export async function offerCall(stack: Stack): Promise<void> {
  try {
    console.log(`\nTry:\n\n${curlCommands(stack, await leaveCall(stack)).join('\n')}`);
  } catch (error) {
    console.error(
      `There is no call to try commands on: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
