import { addressOf } from '@patchbay/shared';
import type { RecoveryPorts } from '../ports';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';
import { signOrder } from './order';

const VALID_MS = 3_600_000;
/** A caller's call ends with the first answer that is no TwiML: Twilio is asked to try again, whatever went wrong. */
const OVERRIDES = '#rc=5&rp=all';

/** Where the customer's call is sent: an address that says the same however often it is asked. */
export function reconnectUrl(
  { settings, clock }: Pick<RecoveryPorts, 'settings' | 'clock'>,
  call: Call,
  drop: Drop,
): string {
  const signed = signOrder(
    {
      taskSid: call.taskSid,
      recoveryId: drop.id,
      workflowSid: call.workflowSid,
      fallbackWorkflowSid: settings.fallbackWorkflowSid,
      targetWorkerSid: drop.toWorker ? drop.workerSid : undefined,
      pingFailed: drop.ping.state !== 'accepted',
      expiresAt: clock.now() + VALID_MS,
    },
    settings.authToken,
  );
  return `${addressOf(settings)}/reconnect-call?${new URLSearchParams(signed).toString()}${OVERRIDES}`;
}
