import { parkEvent, type Handled } from '@patchbay/shared';
import type { Attempt } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import { isItsTransfer } from '../attempt/replay';
import { checkExpiredClaim } from '../attempts/checkExpiredClaim';
import { checkFailure } from '../attempts/checkFailure';
import { perform } from '../attempts/perform';
import { loadAttempt } from '../attempts/storedAttempt';
import type { AttributionPorts } from '../ports';
import { readTaskRouterEvent, type Reading } from './readTaskRouterEvent';

/** Handles one event, however often and in whatever order it comes. Throws what makes a redelivery worth while. */
export async function handleEvent(batch: AttributionPorts, raw: unknown): Promise<Handled> {
  // The events of a batch are handled side by side, and each notes its own task.
  const ports = { ...batch, log: batch.log.with({}) };
  const reading = readTaskRouterEvent(raw, ports.settings.disconnectRecovery);
  switch (reading.kind) {
    case 'malformed':
      await parkEvent(ports, reading.id);
      return 'parked';
    case 'ignored':
      return 'ignored';
    case 'attribution':
      return handleAttribution(ports, reading);
    case 'original':
      return handleOriginal(ports, reading);
  }
}

async function handleAttribution(
  ports: AttributionPorts,
  { attemptId, originalTaskSid, taskSid, event }: Extract<Reading, { kind: 'attribution' }>,
): Promise<Handled> {
  const stored = await loadAttempt(ports, originalTaskSid);
  if (stored?.value.id === attemptId) {
    await perform(ports, stored, event);
    return 'handled';
  }
  // A task of an attempt that another has replaced, or that nobody remembers: nothing can come of it any more.
  if (event.type !== 'task_created' && event.type !== 'accepted') return 'ignored';
  await ports.taskRouter.closeTask(taskSid, 'The transfer is over');
  ports.log.info('stale_attribution_task_closed', { attributionTaskSid: taskSid });
  return 'handled';
}

async function handleOriginal(
  ports: AttributionPorts,
  { originalTaskSid, reservationSid, event }: Extract<Reading, { kind: 'original' }>,
): Promise<Handled> {
  const stored = await loadAttempt(ports, originalTaskSid);
  if (stored === undefined) return 'ignored';
  // Another agent's wrap-up on the same call says nothing about A.
  if (event.type === 'sender_left' && reservationSid !== stored.value.reservationSid) return 'ignored';
  const checked = await checkExpiredClaim(ports, stored.value);
  const current = (checked && (await perform(ports, stored, checked))) ?? stored;
  const finding = isFailureOf(current.value, event) ? await checkFailure(ports, current.value, event) : event;
  if (finding !== undefined) await perform(ports, current, finding);
  return 'handled';
}

const isFailureOf = (attempt: Attempt, event: AttemptEvent): boolean =>
  event.type === 'transfer_failed' && attempt.state === 'claimed' && isItsTransfer(attempt, event);
