import type { TaskSid } from '@patchbay/shared/contracts';
import type { AttributionPorts } from '../ports';
import { checkExpiredClaim } from './checkExpiredClaim';
import { lookAtTask } from './lookAtTask';
import { perform } from './perform';
import { loadAttempt, type StoredAttempt } from './storedAttempt';

/**
 * The attempt of a task as it stands after the time that has passed: an overdue one is ended, a claim that ran out is
 * settled, what lost events should have told is looked up, and what a crash left undone in TaskRouter is done. Undefined
 * when there is none.
 */
export async function touchAttempt(
  ports: AttributionPorts,
  originalTaskSid: TaskSid,
): Promise<StoredAttempt | undefined> {
  const stored = await loadAttempt(ports, originalTaskSid);
  if (stored === undefined) return undefined;
  const seen = (await checkExpiredClaim(ports, stored.value)) ?? (await lookAtTask(ports, stored.value));
  const first = seen && (await perform(ports, stored, seen));
  return (await perform(ports, first ?? stored, { type: 'tick' })) ?? loadAttempt(ports, originalTaskSid);
}
