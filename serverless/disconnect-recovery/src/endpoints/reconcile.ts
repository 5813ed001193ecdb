import { implement, ok } from '@patchbay/shared';
import { reconcileContract, type TaskSid } from '@patchbay/shared/contracts';
import { handle } from '../calls/handle';
import { findCall } from '../calls/storedCalls';
import { changeShard } from '../ledger/indexDrop';
import { readLedger } from '../ledger/readLedger';
import { shardOf, withoutOpen } from '../ledger/shard';
import type { RecoveryPorts } from '../ports';
import { isAtRisk, type Call } from '../recovery/call';
import { DONE } from './answers';

/** Side by side; Twilio limits requests at a time. */
const AT_ONCE = 8;
/** With less time left none is begun. */
const ENOUGH_MS = 2_500;

/** POST /reconcile. Resumes every recovery in progress whose events, or whose function, did not get to the end. */
export const reconcile = implement<
  RecoveryPorts,
  typeof reconcileContract.request,
  typeof reconcileContract.response
>(reconcileContract, async (_input, ports) => {
  const shards = await readLedger(ports);
  const open = shards.flatMap((shard) => shard.open).sort((left, right) => left.at - right.at);
  let looked = 0;
  let failed = 0;
  for (let start = 0; start < open.length && ports.deadline.remaining() > ENOUGH_MS; start += AT_ONCE) {
    const some = open.slice(start, start + AT_ONCE);
    const outcomes = await Promise.allSettled(some.map(({ taskSid }) => resume(ports, taskSid)));
    looked += some.length;
    failed += outcomes.filter((one) => one.status === 'rejected' || !one.value).length;
  }
  return ok({ ...DONE, looked, failed, left: open.length - looked });
});

const isSettled = (call: Call): boolean =>
  !isAtRisk(call) && (call.drop === undefined || call.drop.done.includes('index_end'));

/** True when nothing went wrong. What is over, or was forgotten, leaves the list. */
async function resume(batch: RecoveryPorts, taskSid: TaskSid): Promise<boolean> {
  const ports = { ...batch, log: batch.log.with({}) };
  const stored = await findCall(ports, taskSid);
  const performed = stored && (await handle(ports, stored, { type: 'tick' }));
  if (performed === undefined || isSettled(performed.call)) {
    await changeShard(ports, shardOf(taskSid), (shard) => withoutOpen(shard, taskSid));
  }
  return (performed?.failures.length ?? 0) === 0;
}
