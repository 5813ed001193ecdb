import { fail, implement, ok } from '@patchbay/shared';
import { transferOutcomeContract } from '@patchbay/shared/contracts';
import { perform } from '../attempts/perform';
import { loadAttempt } from '../attempts/storedAttempt';
import type { AttributionPorts } from '../ports';
import { NO_ATTEMPT, NOT_HELD, requireWorker } from './requireWorker';

/** POST /transfer-outcome. An attempt that events have ended meanwhile stays as they ended it. */
export const transferOutcome = implement<
  AttributionPorts,
  typeof transferOutcomeContract.request,
  typeof transferOutcomeContract.response
>(transferOutcomeContract, async (input, ports, caller) => {
  const workerSid = requireWorker(caller);
  if (typeof workerSid !== 'string') return workerSid;
  const stored = await loadAttempt(ports, input.taskSid);
  if (stored === undefined) return NO_ATTEMPT;
  if (workerSid !== stored.value.transferringWorkerSid) return NOT_HELD;
  const { claimId, outcome, reason } = input;
  const ended = await perform(ports, stored, { type: 'outcome', claimId, outcome, reason });
  if (ended === undefined || ended.refusal !== undefined) {
    return fail('wrong_state', 'This claim is not the current one. Ask for the status of the transfer.');
  }
  return ok({ success: true as const, state: ended.value.state });
});
