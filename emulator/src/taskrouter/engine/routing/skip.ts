import { attributeLookup, evaluate } from '../../expressions';
import type { QueueRecord } from '../records';
import type { Placement } from './placement';

/** Whether the target's `skip_if` holds for its queue as it is now (doc "Worker Presence in Workflows"). */
export function isSkipped({ step, home, record }: Placement): boolean {
  const skipIf = step.kind === 'queue' ? step.target?.skipIf : null;
  if (!skipIf || !('members' in home)) return false;
  return evaluate(skipIf, attributeLookup({ workers: countWorkers(home), task: record.attributes }));
}

/** Workers of the queue by availability of their activity, and by activity SID. Capacity does not count. */
function countWorkers({ members }: QueueRecord): Record<string, number> {
  const counts: Record<string, number> = { available: 0, unavailable: 0 };
  for (const { worker } of members) {
    const availability = worker.available ? 'available' : 'unavailable';
    counts[availability] = (counts[availability] ?? 0) + 1;
    counts[worker.activitySid] = (counts[worker.activitySid] ?? 0) + 1;
  }
  return counts;
}
