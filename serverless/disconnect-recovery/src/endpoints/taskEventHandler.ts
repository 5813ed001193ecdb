import { implement, ok, PatchbayError } from '@patchbay/shared';
import { taskEventHandlerContract } from '@patchbay/shared/contracts';
import { handleTaskEvent, type Handled } from '../events/handleTaskEvent';
import { idOf } from '../events/taskRouterFacts';
import type { RecoveryPorts } from '../ports';
import { DONE } from './answers';

/** Events of one batch handled side by side. */
const AT_ONCE = 8;

/**
 * POST /task-event-handler. Each event stands alone: one that fails for a while makes the batch come again, after the others
 * have been handled, and for them the repeat changes nothing.
 */
export const taskEventHandler = implement<
  RecoveryPorts,
  typeof taskEventHandlerContract.request,
  typeof taskEventHandlerContract.response
>(taskEventHandlerContract, async ({ events }, ports) => {
  const once = withoutRepeats(events);
  const counts: Record<Handled, number> = { handled: 0, ignored: events.length - once.length, parked: 0 };
  const failures: unknown[] = [];
  for (let start = 0; start < once.length; start += AT_ONCE) {
    const outcomes = await Promise.allSettled(
      once.slice(start, start + AT_ONCE).map((event) => handleTaskEvent(ports, event)),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') counts[outcome.value] += 1;
      else failures.push(outcome.reason);
    }
  }
  if (failures.length === 0) return ok({ ...DONE, ...counts });
  ports.log.warn('events_failed', { failed: failures.length, of: events.length });
  // Event Streams drops what is answered 4xx for good, so whatever went wrong is a 503 here.
  throw new PatchbayError('twilio_unavailable', 'Some events could not be handled. Send them again.', {
    cause: failures[0],
    retryAfterSeconds: 1,
  });
});

/** A batch may hold an event twice, and one record can be read 20 times a second only (Sync: Limits). */
function withoutRepeats(events: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const id = idOf(event);
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
