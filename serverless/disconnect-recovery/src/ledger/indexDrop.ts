import { PatchbayError, typedStore } from '@patchbay/shared';
import { writeOptions } from '../calls/storedCalls';
import type { RecoveryPorts } from '../ports';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';
import { newShard, Shard, shardOf, withEnded, withOpen, withUnsaved } from './shard';
import { viewOf } from './viewOf';

/** Recoveries of one part that may begin or end at one time. */
const MAX_ROUNDS = 20;

export const shardKey = (number: number): string => `recovery-ledger:${number}`;

/** Puts a recovery on the list, or notes its end. 1 read, 1 write; more when others write at the same moment. */
export async function indexDrop(ports: RecoveryPorts, call: Call, drop: Drop): Promise<void> {
  const now = ports.clock.now();
  await changeShard(ports, shardOf(call.taskSid), (shard) =>
    drop.phase === 'ended'
      ? withEnded(shard, viewOf(call, drop), now)
      : withOpen(shard, call.taskSid, drop.at),
  );
}

/** Counts a call that its agent's leg took along. 1 read, 1 write. */
export const indexUnsaved = (ports: RecoveryPorts, { taskSid }: Call): Promise<void> =>
  changeShard(ports, shardOf(taskSid), (shard) => withUnsaved(shard, taskSid, ports.clock.now()));

/** Changes a part of the list under compare-and-set. */
export async function changeShard(
  ports: RecoveryPorts,
  number: number,
  change: (shard: Shard) => Shard,
): Promise<void> {
  const store = typedStore(ports.store, Shard);
  const key = shardKey(number);
  let found = await store.get(key);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const options = writeOptions(ports);
    if (found === undefined) {
      const first = change(newShard(ports.clock.now()));
      const created = await store.createIfAbsent(key, first, options);
      if (created.created) return;
      found = created.existing;
    }
    const next = change(found.value);
    if (next === found.value) return;
    const { swapped } = await store.compareAndSet(key, found.version, next, options);
    if (swapped) return;
    found = await store.get(key);
  }
  throw new PatchbayError('in_flight', 'Too many recoveries begin or end at once.', { retryAfterSeconds: 1 });
}
