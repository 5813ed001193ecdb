import { isObject } from '../../kernel/isObject';
import type { AdminClient } from './adminClient';

/** How long anything may take on a slow machine before a test gives up on it. */
export const PATIENCE_MS = 45_000;

/** Longest pause between two looks, for what changes by the clock alone. */
const LOOK_AGAIN_MS = 1_000;

async function nextEntry(admin: AdminClient, since: number): Promise<number> {
  const answer = await admin.get(`journal?since=${since}&wait=${LOOK_AGAIN_MS}&limit=1`);
  return isObject(answer) && typeof answer['sequence'] === 'number' ? answer['sequence'] : since;
}

/**
 * Resolves with the first value that is neither undefined nor false: looked for now and again after everything the
 * local Twilio saw. Rejects after 45 s of real time, naming what was waited for.
 */
export async function waitUntil<T>(
  admin: AdminClient,
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs;
  let seen = 0;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`It did not happen within ${patienceMs / 1000} s: ${what}`);
    seen = await nextEntry(admin, seen);
  }
}
