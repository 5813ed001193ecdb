import type { Sleep } from '@patchbay/shared';
import { CallFailed } from './callFailed';
import { callTwilio } from './callTwilio';

const MAX_CREATES = 3;
/** What was made shows in a list soon, not at once. */
const SETTLE_MS = 1_000;

/**
 * Creates something whose name nothing else has; answers its SID. After an answer that says nothing it is looked for
 * before it is made again: Twilio has no idempotency keys.
 */
export async function createOnce(
  what: string,
  sleep: Sleep,
  create: () => Promise<string>,
  find: () => Promise<string | undefined>,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callTwilio(what, 'create', sleep, create);
    } catch (error) {
      if (!(error instanceof CallFailed) || error.facts.outcome !== 'ambiguous') throw error;
      await sleep(SETTLE_MS);
      const made = await find();
      if (made !== undefined) return made;
      if (attempt >= MAX_CREATES) throw error;
    }
  }
}
