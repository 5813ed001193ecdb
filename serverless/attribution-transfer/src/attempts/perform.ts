import { isOpen } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import type { AttributionPorts } from '../ports';
import { applyEvent, type Applied } from './applyEvent';
import { carryOut } from './carryOut';
import type { StoredAttempt } from './storedAttempt';

/**
 * Applies an event and does what it asks for in TaskRouter. What a crash or an error leaves undone is done by the next
 * `perform` on the same attempt, whatever its event. Undefined when the record has become another attempt's meanwhile.
 */
export async function perform(
  ports: AttributionPorts,
  from: StoredAttempt,
  event: AttemptEvent,
): Promise<Applied | undefined> {
  const applied = await applyEvent(ports, from, event);
  if (applied === undefined) return undefined;
  for (const command of applied.commands) {
    const finding = await carryOut(ports, applied.value, command);
    if (finding !== undefined) return perform(ports, applied, finding);
  }
  if (isOpen(applied.value) || applied.value.settled) return applied;
  const settled = await applyEvent(ports, applied, { type: 'settled' });
  return settled && { ...settled, ...(applied.refusal === undefined ? {} : { refusal: applied.refusal }) };
}
