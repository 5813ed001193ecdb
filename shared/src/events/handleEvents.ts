import type { Log } from '../endpoint/ports';
import { PatchbayError } from '../errors/patchbayError';

/** What became of an event: something was done, it concerns nothing of ours, or nobody can read it. */
export type Handled = 'handled' | 'ignored' | 'parked';

/** Events of one batch handled side by side; Sync gives one object 20 reads and writes a second. */
const AT_ONCE = 8;

/**
 * Handles a batch of Event Streams and counts what became of its events. Each event stands alone: one that fails for a while
 * makes the batch come again (throws PatchbayError), after the others have been handled; for those the repeat has to change
 * nothing.
 */
export async function handleEvents(
  log: Log,
  events: readonly unknown[],
  handle: (event: unknown) => Promise<Handled>,
): Promise<Record<Handled, number>> {
  const counts: Record<Handled, number> = { handled: 0, ignored: 0, parked: 0 };
  const failures: unknown[] = [];
  for (let start = 0; start < events.length; start += AT_ONCE) {
    const outcomes = await Promise.allSettled(
      events.slice(start, start + AT_ONCE).map((event) => handle(event)),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') counts[outcome.value] += 1;
      else failures.push(outcome.reason);
    }
  }
  if (failures.length === 0) return counts;
  log.warn('events_failed', { failed: failures.length, of: events.length });
  // Event Streams drops what is answered 4xx for good, so whatever went wrong is a 503 here.
  throw new PatchbayError('twilio_unavailable', 'Some events could not be handled. Send them again.', {
    cause: failures[0],
    retryAfterSeconds: 1,
  });
}
