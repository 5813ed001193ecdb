import type { TaskSid } from '@patchbay/shared/contracts';
import type { AttributionPorts } from '../ports';
import { checkExpiredClaim } from './checkExpiredClaim';
import { perform } from './perform';
import { loadAttempt, type StoredAttempt } from './storedAttempt';

/**
 * The attempt of a task as it stands after the time that has passed: an overdue one is ended, a claim that ran out is
 * settled, and what a crash left undone in TaskRouter is done. Undefined when there is none.
 */
export async function touchAttempt(
  ports: AttributionPorts,
  originalTaskSid: TaskSid,
): Promise<StoredAttempt | undefined> {
  const stored = await loadAttempt(ports, originalTaskSid);
  if (stored === undefined) return undefined;
  const checked = await checkExpiredClaim(ports, stored.value);
  const first = checked && (await perform(ports, stored, checked));
  return (await perform(ports, first ?? stored, { type: 'tick' })) ?? loadAttempt(ports, originalTaskSid);
}
