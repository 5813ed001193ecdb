import { carryOut } from '../hands/carryOut';
import type { Reach, SeenWorker } from '../hands/reach';
import type { RecoveryPorts } from '../ports';
import type { Call } from '../recovery/call';
import type { CallEvent, Moment } from '../recovery/event';
import { perform, type Desk, type Performed, type StoredCall } from './perform';
import { loadCall, writeCall } from './storedCalls';

/** Applies an event to a call and does what the call then owes. `seen` saves reading what the event has told. */
export async function handle(
  ports: RecoveryPorts,
  from: StoredCall,
  event: CallEvent,
  seen?: SeenWorker,
): Promise<Performed> {
  const me = ports.ids.next();
  const { settings, clock, log } = ports;
  const rules = { telephones: settings.telephones, enabled: settings.enabled };
  const moment = (): Moment => ({ now: clock.now(), me, rules });
  const reach: Reach = { ...ports, seen, legs: undefined };
  const desk: Desk = {
    moment,
    load: () => loadCall(ports, from.value.taskSid),
    write: async (stored, next) => {
      const version = await writeCall(ports, stored, next);
      if (version !== undefined) logChange(ports, stored.value, next);
      return version;
    },
    carryOut: (duty, call) => carryOut(reach, duty, call),
  };
  const performed = await perform(desk, from, event);
  for (const error of performed.failures) {
    log.warn('duty_failed', { error: error instanceof Error ? error.name : typeof error });
  }
  return performed;
}

function logChange({ log }: RecoveryPorts, before: Call, after: Call): void {
  if (after.unsaved !== undefined && before.unsaved === undefined) log.warn('drop_not_saved');
  const { drop } = after;
  if (drop === undefined) {
    if (before.drop !== undefined) log.info('drop_dismissed', { recoveryId: before.drop.id });
    return;
  }
  log.note({ recoveryId: drop.id });
  if (before.drop?.id === drop.id && before.drop.phase === drop.phase) return;
  log.info('recovery_changed', { before: before.drop?.phase, after: drop.phase, outcome: drop.outcome });
}
