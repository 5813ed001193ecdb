import { implement, ok } from '@patchbay/shared';
import { recoveryStatusContract } from '@patchbay/shared/contracts';
import { handle } from '../calls/handle';
import { findCall } from '../calls/storedCalls';
import { viewOf } from '../ledger/viewOf';
import type { RecoveryPorts } from '../ports';
import { isTold } from '../recovery/drop';
import { DONE } from './answers';
import { refuseStranger } from './requirePart';

/** GET /flex/recovery-status. Asked slowly by the dropped agent's page, which also resumes what is stuck. */
export const recoveryStatus = implement<
  RecoveryPorts,
  typeof recoveryStatusContract.request,
  typeof recoveryStatusContract.response
>(recoveryStatusContract, async ({ taskSid }, ports, caller) => {
  const stored = await findCall(ports, taskSid);
  if (stored === undefined) return ok({ ...DONE, recovery: null });
  const refusal = await refuseStranger(ports, caller, stored.value);
  if (refusal !== undefined) return refusal;
  const { call } = await handle(ports, stored, { type: 'tick' });
  const { drop } = call;
  return ok({ ...DONE, recovery: drop !== undefined && isTold(drop) ? viewOf(call, drop) : null });
});
