import { fail, implement, ok } from '@patchbay/shared';
import { cancelAttributionTaskContract } from '@patchbay/shared/contracts';
import { perform } from '../attempts/perform';
import { freshenAttempt } from '../attempts/touchAttempt';
import type { AttributionPorts } from '../ports';
import { NO_ATTEMPT, NOT_HELD, requireWorker } from './requireWorker';

/** POST /cancel-attribution-task. Cancelling what has ended already changes nothing and says how it ended. */
export const cancelAttributionTask = implement<
  AttributionPorts,
  typeof cancelAttributionTaskContract.request,
  typeof cancelAttributionTaskContract.response
>(cancelAttributionTaskContract, async (input, ports, caller) => {
  const workerSid = requireWorker(caller);
  if (typeof workerSid !== 'string') return workerSid;
  const stored = await freshenAttempt(ports, input.taskSid);
  if (stored === undefined) return NO_ATTEMPT;
  if (workerSid !== stored.value.transferringWorkerSid) return NOT_HELD;
  const ended = await perform(ports, stored, { type: 'cancel' });
  if (ended === undefined)
    return fail('in_flight', 'The transfer is changing. Try again.', { retryAfterSeconds: 1 });
  if (ended.refusal !== undefined) {
    return fail('replay_claimed', 'The call is already being transferred and can no longer be held back.');
  }
  return ok({ success: true as const, state: ended.value.state });
});
