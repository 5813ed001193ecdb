import { implement, ok, PatchbayError } from '@patchbay/shared';
import { attributionTaskEventsContract } from '@patchbay/shared/contracts';
import { handleEvent, type Handled } from '../events/handleEvent';
import type { AttributionPorts } from '../ports';

/**
 * POST /attribution-task-events. Each event stands alone: one that fails for a while makes the batch come again, after the
 * others have been handled, and for them the repeat changes nothing.
 */
export const attributionTaskEvents = implement<
  AttributionPorts,
  typeof attributionTaskEventsContract.request,
  typeof attributionTaskEventsContract.response
>(attributionTaskEventsContract, async ({ events }, ports) => {
  const counts: Record<Handled, number> = { handled: 0, ignored: 0, parked: 0 };
  const failures: unknown[] = [];
  for (let start = 0; start < events.length; start += AT_ONCE) {
    const outcomes = await Promise.allSettled(
      events.slice(start, start + AT_ONCE).map((event) => handleEvent(ports, event)),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') counts[outcome.value] += 1;
      else failures.push(outcome.reason);
    }
  }
  if (failures.length === 0) return ok({ success: true as const, ...counts });
  ports.log.warn('events_failed', { failed: failures.length, of: events.length });
  // Event Streams drops what is answered 4xx for good, so whatever went wrong is a 503 here.
  throw new PatchbayError('twilio_unavailable', 'Some events could not be handled. Send them again.', {
    cause: failures[0],
    retryAfterSeconds: 1,
  });
});

/** Events of one batch handled side by side; Sync gives one object 20 reads and writes a second. */
const AT_ONCE = 8;
