import { typedStore, type TypedStore, type WriteOptions } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import type { RecoveryPorts } from '../ports';
import { Call, newCall } from '../recovery/call';
import type { StoredCall } from './perform';

/** Longer than Event Streams redelivers (4 h), so that a late event still finds what it is about. */
const RETENTION_MS = 24 * 3_600_000;

export const callKey = (taskSid: TaskSid): string => `recovery:${taskSid}`;

const callStore = ({ store }: RecoveryPorts): TypedStore<Call> => typedStore(store, Call);

/** How one write is told from another's, and how long what it writes is kept. */
export const writeOptions = ({ ids, clock }: Pick<RecoveryPorts, 'ids' | 'clock'>): WriteOptions => ({
  owner: ids.next(),
  expiresAt: clock.now() + RETENTION_MS,
});

/** The call of a task, or undefined when nobody told of it in the last 24 hours. 1 read. */
export async function findCall(ports: RecoveryPorts, taskSid: TaskSid): Promise<StoredCall | undefined> {
  ports.log.note({ taskSid });
  return callStore(ports).get(callKey(taskSid));
}

/** The same, as a call nothing is known of when there is none. */
export const loadCall = async (ports: RecoveryPorts, taskSid: TaskSid): Promise<StoredCall> =>
  (await findCall(ports, taskSid)) ?? { value: newCall(taskSid, ports.clock.now()), version: undefined };

/** Creates or replaces the record; undefined when somebody was faster. 1 write. */
export async function writeCall(
  ports: RecoveryPorts,
  { version }: StoredCall,
  next: Call,
): Promise<string | undefined> {
  const store = callStore(ports);
  const key = callKey(next.taskSid);
  if (version === undefined) {
    const created = await store.createIfAbsent(key, next, writeOptions(ports));
    return created.created ? created.version : undefined;
  }
  const swapped = await store.compareAndSet(key, version, next, writeOptions(ports));
  return swapped.swapped ? swapped.version : undefined;
}
