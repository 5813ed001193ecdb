import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { meaningOf } from '../plan/differences';
import { keyOf, type Found, type Settings } from '../resource';

const Made = z.object({ sid: z.string(), print: z.string() });

/**
 * What we made, kept in the account itself, because resources of TaskRouter can carry no mark: the only place that
 * another machine, or this one after a crash, can know it from.
 */
export const Ledger = z.object({
  workspaceSid: z.string(),
  /** Whether the Sync service that holds this is ours too. */
  madeService: z.boolean(),
  /** Keys of what was about to be made, and did not exist then: what is there now under such a key is ours. */
  making: z.array(z.string()),
  /** By key. */
  made: z.record(z.string(), Made),
});
export type Ledger = z.infer<typeof Ledger>;

export const emptyLedger = (workspaceSid: string): Ledger => ({
  workspaceSid,
  madeService: false,
  making: [],
  made: {},
});

/** Tells settings from what they were when we made them; short, because a Sync document holds 16 KiB. */
export const printOf = (settings: Settings): string =>
  createHash('sha256').update(meaningOf(settings)).digest('hex').slice(0, 12);

/** Whether we made it, and whether somebody changed it afterwards. */
export function originOf(found: Found, { made, making }: Ledger): 'ours' | 'ours, edited since' | 'not ours' {
  const key = keyOf(found);
  const entry = made[key];
  if (entry?.sid === found.sid) {
    return entry.print === printOf(found.settings) ? 'ours' : 'ours, edited since';
  }
  return making.includes(key) ? 'ours' : 'not ours';
}
