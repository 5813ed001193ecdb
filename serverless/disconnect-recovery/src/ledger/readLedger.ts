import { typedStore } from '@patchbay/shared';
import type { RecoveryPorts } from '../ports';
import { shardKey } from './indexDrop';
import { Shard, SHARDS } from './shard';

/** Every part of the list of recoveries. 1 read each, side by side. */
export async function readLedger(ports: RecoveryPorts): Promise<readonly Shard[]> {
  const store = typedStore(ports.store, Shard);
  const found = await Promise.all(
    Array.from({ length: SHARDS }, (_none, number) => store.get(shardKey(number))),
  );
  return found.flatMap((stored) => (stored === undefined ? [] : [stored.value]));
}
