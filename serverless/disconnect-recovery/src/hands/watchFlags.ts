import { changeShard } from '../ledger/indexDrop';
import { shardOf, withOpen } from '../ledger/shard';
import type { Call } from '../recovery/call';
import type { CallEvent } from '../recovery/event';
import type { Reach } from './reach';

/**
 * Puts a call that a worker's leg could end on the list of what `/reconcile` resumes: Twilio does not take the change during
 * a hold, and our callbacks do not tell when that is over. 1 read, 1 write of the list.
 */
export async function watchFlags(reach: Reach, { taskSid }: Call): Promise<readonly CallEvent[]> {
  await changeShard(reach, shardOf(taskSid), (shard) => withOpen(shard, taskSid, reach.clock.now()));
  return [{ type: 'flags_watched' }];
}
