import type { BasePorts } from '../endpoint/ports';
import type { Store } from '../store/store';

type Ports = Pick<BasePorts, 'clock' | 'ids' | 'log'> & { readonly store: Store };

const PARKED_MS = 7 * 24 * 3_600_000;

/**
 * An event nobody can read will not be readable when it comes again: it is to be acknowledged, and is noted for an operator
 * for a week, by its id only, because what is in it may be somebody's.
 */
export async function parkEvent({ store, clock, ids, log }: Ports, id: string | undefined): Promise<void> {
  log.warn('event_parked', { eventId: id });
  if (id === undefined) return;
  await store.createIfAbsent(
    `parked-event:${id}`,
    { at: clock.now() },
    { owner: ids.next(), expiresAt: clock.now() + PARKED_MS },
  );
}
