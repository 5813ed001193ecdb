import { fail, implement, ok } from '@patchbay/shared';
import { transferOutcomeContract } from '@patchbay/shared/contracts';
import type { AttemptEvent } from '../attempt/event';
import { holdsClaim } from '../attempt/replay';
import { checkFailure } from '../attempts/checkFailure';
import { perform } from '../attempts/perform';
import { loadAttempt } from '../attempts/storedAttempt';
import type { AttributionPorts } from '../ports';
import { NO_ATTEMPT, NOT_HELD, requireWorker } from './requireWorker';

/**
 * POST /transfer-outcome. An attempt that events have ended meanwhile stays as they ended it; a failure is believed when
 * TaskRouter does not contradict it, and while B is still being asked the attempt stays open.
 */
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
  const report: AttemptEvent = { type: 'outcome', claimId, outcome, reason };
  const isFailure = outcome === 'failed' && holdsClaim(stored.value, claimId);
  const finding = isFailure ? await checkFailure(ports, stored.value, report) : report;
  if (finding === undefined) return ok({ success: true as const, state: stored.value.state });
  const ended = await perform(ports, stored, finding);
  if (ended === undefined || ended.refusal !== undefined) {
    return fail('wrong_state', 'This claim is not the current one. Ask for the status of the transfer.');
  }
  return ok({ success: true as const, state: ended.value.state });
});
