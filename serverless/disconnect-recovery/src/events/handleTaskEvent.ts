import { parkEvent, PatchbayError, type Handled } from '@patchbay/shared';
import { handle } from '../calls/handle';
import { findCall, loadCall } from '../calls/storedCalls';
import type { RecoveryPorts } from '../ports';
import { isOpen } from '../recovery/drop';
import type { CallEvent } from '../recovery/event';
import type { Meaning } from './reading';
import { readTaskRouterEvent } from './readTaskRouterEvent';

/** Handles one event, however often and in whatever order it comes. Throws what makes a redelivery worth while. */
export async function handleTaskEvent(batch: RecoveryPorts, raw: unknown): Promise<Handled> {
  // The events of a batch are handled side by side, and each notes its own task.
  const ports = { ...batch, log: batch.log.with({}) };
  const { clock, ids, settings } = ports;
  const reading = readTaskRouterEvent(raw, {
    now: clock.now(),
    dropId: ids.next(),
    callChannels: settings.callChannels,
  });
  switch (reading.kind) {
    case 'malformed':
      await parkEvent(ports, reading.id);
      return 'parked';
    case 'ignored':
      return 'ignored';
    case 'means': {
      const handled = await Promise.all(reading.meanings.map((meaning) => handleMeaning(ports, meaning)));
      return handled.includes('handled') ? 'handled' : 'ignored';
    }
  }
}

async function handleMeaning(ports: RecoveryPorts, meaning: Meaning): Promise<Handled> {
  const { callTaskSid, event, recoveryId, seen } = meaning;
  const stored =
    (await findCall(ports, callTaskSid)) ??
    (BEGINNINGS.has(event.type) && (await isCallThere(ports, callTaskSid))
      ? await loadCall(ports, callTaskSid)
      : undefined);
  if (stored === undefined) return 'ignored';
  if (recoveryId !== undefined && stored.value.drop?.id !== recoveryId) return strayed(ports, meaning);
  const { call, failures } = await handle(ports, stored, event, seen);
  if (failures.length > 0)
    throw new PatchbayError('twilio_unavailable', 'Not all could be done.', { cause: failures[0] });
  // Whoever is at it may die: then this event comes again and goes on.
  const waits = isOpen(call.drop) && call.drop.work !== undefined && call.drop.phase === 'examining';
  if (waits) throw new PatchbayError('in_flight', 'Somebody is at it.', { retryAfterSeconds: 1 });
  return 'handled';
}

/**
 * What makes a call known of which neither a callback nor the page told: its agent has left it and somebody may be alone on it,
 * or leaves it by a transfer, which nothing but its event tells from that.
 */
const BEGINNINGS: ReadonlySet<CallEvent['type']> = new Set(['wrapped_up', 'transfer_started']);

/** Whether somebody is on the call still. 1 read. */
const isCallThere = async ({ voice }: RecoveryPorts, taskSid: string): Promise<boolean> =>
  (await voice.listParticipants(taskSid)).length > 0;

/** A ping of a recovery that another has replaced, or that nobody remembers: an agent must not be kept by it. */
async function strayed(ports: RecoveryPorts, { event }: Meaning): Promise<Handled> {
  if (event.type !== 'ping_accepted') return 'ignored';
  await ports.taskRouter.closeTask(event.taskSid, 'Recovery: not needed any more', 'assigned');
  return 'handled';
}
