import { eventIdOf, handleEvents, implement, ok } from '@patchbay/shared';
import { taskEventHandlerContract } from '@patchbay/shared/contracts';
import { handleTaskEvent } from '../events/handleTaskEvent';
import type { RecoveryPorts } from '../ports';
import { DONE } from './answers';

/** POST /task-event-handler, from Event Streams. */
export const taskEventHandler = implement<
  RecoveryPorts,
  typeof taskEventHandlerContract.request,
  typeof taskEventHandlerContract.response
>(taskEventHandlerContract, async ({ events }, ports) => {
  const once = withoutRepeats(events);
  const counts = await handleEvents(ports.log, once, (event) => handleTaskEvent(ports, event));
  return ok({ ...DONE, ...counts, ignored: counts.ignored + events.length - once.length });
});

/** A batch may hold an event twice, and one record can be read 20 times a second only (Sync: Limits). */
function withoutRepeats(events: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const id = eventIdOf(event);
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
