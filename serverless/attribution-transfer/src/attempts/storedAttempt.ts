import type { TaskSid } from '@patchbay/shared/contracts';
import { typedStore, type Stored, type TypedStore } from '@patchbay/shared';
import { Attempt } from '../attempt/attempt';
import type { AttributionPorts } from '../ports';

/** An attempt as it stands in the store. */
export type StoredAttempt = Stored<Attempt>;

/** Longer than Event Streams redelivers (4 h), so that a late event still finds what it is about. */
const RETENTION_MS = 24 * 3_600_000;

export const attemptKey = (originalTaskSid: TaskSid): string => `attribution-attempt:${originalTaskSid}`;

export const attemptStore = ({ store }: AttributionPorts): TypedStore<Attempt> => typedStore(store, Attempt);

/** How one write is told from another's, and how long what it writes is kept. */
export const writeOptions = ({ ids, clock }: AttributionPorts): { owner: string; expiresAt: number } => ({
  owner: ids.next(),
  expiresAt: clock.now() + RETENTION_MS,
});

/** The attempt of a task, or undefined when there was none in the last 24 hours. */
export const loadAttempt = (
  ports: AttributionPorts,
  originalTaskSid: TaskSid,
): Promise<StoredAttempt | undefined> => {
  ports.log.note({ originalTaskSid });
  return attemptStore(ports).get(attemptKey(originalTaskSid));
};
