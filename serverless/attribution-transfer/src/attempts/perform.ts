import { isOpen } from '../attempt/attempt';
import { taskMayAppearUntil } from '../attempt/creation';
import type { AttemptEvent } from '../attempt/event';
import type { AttributionPorts } from '../ports';
import { applyEvent, type Applied } from './applyEvent';
import { carryOut, STALE } from './carryOut';
import { loadAttempt, type StoredAttempt } from './storedAttempt';

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
    if (finding === STALE) return lookAgain(ports, applied);
    if (finding !== undefined) return perform(ports, applied, finding);
  }
  const { value } = applied;
  if (isOpen(value) || value.settled || ports.clock.now() < taskMayAppearUntil(value)) return applied;
  const settled = await applyEvent(ports, applied, { type: 'settled' });
  return settled && { ...settled, ...(applied.refusal === undefined ? {} : { refusal: applied.refusal }) };
}

/** Another process has ended the attempt: what its record says now is what counts. */
async function lookAgain(ports: AttributionPorts, { value }: StoredAttempt): Promise<Applied | undefined> {
  const latest = await loadAttempt(ports, value.originalTaskSid);
  if (latest?.value.id !== value.id) return undefined;
  return isOpen(latest.value) ? { ...latest, commands: [] } : perform(ports, latest, { type: 'tick' });
}
