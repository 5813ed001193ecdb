import type { TaskSid } from '@patchbay/shared/contracts';
import type { Attempt } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import type { AttributionPorts } from '../ports';
import { checkExpiredClaim } from './checkExpiredClaim';
import { lookAtTask } from './lookAtTask';
import { perform } from './perform';
import { loadAttempt, type StoredAttempt } from './storedAttempt';

/** What TaskRouter knows of an attempt that events or the page should have told long ago; mostly no read at all. */
export const lookForNews = async (
  ports: AttributionPorts,
  attempt: Attempt,
): Promise<AttemptEvent | undefined> =>
  (await checkExpiredClaim(ports, attempt)) ?? (await lookAtTask(ports, attempt));

/**
 * The attempt of a task, after a claim that ran out has been settled and what lost events should have told has been
 * looked up. Undefined when there is none.
 */
export async function freshenAttempt(
  ports: AttributionPorts,
  originalTaskSid: TaskSid,
): Promise<StoredAttempt | undefined> {
  const stored = await loadAttempt(ports, originalTaskSid);
  if (stored === undefined) return undefined;
  const seen = await lookForNews(ports, stored.value);
  if (seen === undefined) return stored;
  return (await perform(ports, stored, seen)) ?? loadAttempt(ports, originalTaskSid);
}

/** The same, and what time has ended or a crash left undone in TaskRouter is done. */
export async function touchAttempt(
  ports: AttributionPorts,
  originalTaskSid: TaskSid,
): Promise<StoredAttempt | undefined> {
  const stored = await freshenAttempt(ports, originalTaskSid);
  if (stored === undefined) return undefined;
  return (await perform(ports, stored, { type: 'tick' })) ?? loadAttempt(ports, originalTaskSid);
}
