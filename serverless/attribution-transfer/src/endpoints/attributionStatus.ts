import { fail, implement, ok, type FlexUser } from '@patchbay/shared';
import { attributionStatusContract, type AttemptView } from '@patchbay/shared/contracts';
import { isOpen, type Attempt } from '../attempt/attempt';
import { touchAttempt } from '../attempts/touchAttempt';
import type { AttributionPorts } from '../ports';
import type { Settings } from '../settings';

const OVERSEERS = ['supervisor', 'admin'];

/**
 * GET /attribution-status. Also what A's page asks slowly while it waits: events may be lost, and a mark that somebody
 * else's blind write removed is put back here.
 */
export const attributionStatus = implement<
  AttributionPorts,
  typeof attributionStatusContract.request,
  typeof attributionStatusContract.response
>(attributionStatusContract, async ({ taskSid }, ports, caller) => {
  const stored = await touchAttempt(ports, taskSid);
  if (stored === undefined) return ok({ success: true as const, attempt: null });
  if (!maySee(caller, stored.value)) {
    return fail('role_missing', 'Only the two agents of a transfer, supervisors and admins may see it.');
  }
  return ok({ success: true as const, attempt: view(stored.value, ports.settings) });
});

const maySee = (caller: FlexUser | undefined, { transferringWorkerSid, receiver }: Attempt): boolean =>
  caller !== undefined &&
  (OVERSEERS.some((role) => caller.roles.includes(role)) ||
    (caller.workerSid !== undefined &&
      [transferringWorkerSid, receiver?.workerSid].includes(caller.workerSid)));

const view = (attempt: Attempt, { noAgentFallback }: Settings): AttemptView => ({
  attemptId: attempt.id,
  open: isOpen(attempt),
  state: attempt.state,
  reason: attempt.endReason ?? null,
  fallback: attempt.endReason === 'no_agent' ? noAgentFallback : null,
  affiliation: attempt.affiliation,
  mode: attempt.mode,
  targetSid: attempt.targetSid,
  since: new Date(attempt.since).toISOString(),
  requestedAt: new Date(attempt.requestedAt).toISOString(),
  attributionTaskSid: attempt.attributionTaskSid ?? null,
  transferringWorkerSid: attempt.transferringWorkerSid,
  receivingWorkerSid: attempt.receiver?.workerSid ?? null,
});
