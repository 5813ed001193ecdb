import { PatchbayError } from '@patchbay/shared';
import type { Attempt } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import { transition, type Step } from '../attempt/transition';
import type { AttributionPorts } from '../ports';
import { attemptKey, attemptStore, loadAttempt, writeOptions, type StoredAttempt } from './storedAttempt';

/** More than the tabs, agents and events that can meet in one attempt at one time. */
const MAX_ROUNDS = 20;

export type Applied = StoredAttempt & Pick<Step, 'commands' | 'refusal'>;

/**
 * Applies one event under compare-and-set: nothing is written when nothing changes, and a lost race is decided again from
 * what is there now. Undefined when the record has become another attempt's meanwhile.
 */
export async function applyEvent(
  ports: AttributionPorts,
  from: StoredAttempt,
  event: AttemptEvent,
): Promise<Applied | undefined> {
  let current: StoredAttempt | undefined = from;
  for (let round = 0; round < MAX_ROUNDS && isSameAttempt(current, from.value); round += 1) {
    const { attempt, ...rest } = transition(current.value, event, ports.clock.now());
    ports.log.note({ attemptId: attempt.id, attributionTaskSid: attempt.attributionTaskSid });
    if (attempt === current.value) return { ...current, ...rest };
    const version = await swap(ports, current.version, attempt);
    if (version !== undefined) {
      if (attempt.state !== current.value.state) logChange(ports, current.value, attempt);
      return { value: attempt, version, ...rest };
    }
    current = await loadAttempt(ports, attempt.originalTaskSid);
  }
  if (!isSameAttempt(current, from.value)) return undefined;
  throw new PatchbayError('in_flight', 'Too many changes at once. Try again.', { retryAfterSeconds: 1 });
}

/** Replaces the record; undefined when somebody was faster. */
export async function swap(
  ports: AttributionPorts,
  version: string,
  next: Attempt,
): Promise<string | undefined> {
  const key = attemptKey(next.originalTaskSid);
  const outcome = await attemptStore(ports).compareAndSet(key, version, next, writeOptions(ports));
  return outcome.swapped ? outcome.version : undefined;
}

const isSameAttempt = (stored: StoredAttempt | undefined, attempt: Attempt): stored is StoredAttempt =>
  stored !== undefined && stored.value.id === attempt.id;

function logChange(ports: AttributionPorts, before: Attempt, after: Attempt): void {
  ports.log.info('attempt_changed', {
    before: before.state,
    after: after.state,
    reason: after.endReason,
  });
}
