import { implement } from '@patchbay/shared';
import { removeWorkerFromConferenceStateContract } from '@patchbay/shared/contracts';
import { handle } from '../calls/handle';
import { findCall } from '../calls/storedCalls';
import type { RecoveryPorts } from '../ports';
import { done } from './answers';
import { isItsConference, isOverseer, NOT_ON_THE_CALL, refuseStranger, UNKNOWN_CALL } from './requirePart';

/** POST /flex/remove-worker-from-conference-state. */
export const removeWorkerFromConferenceState = implement<
  RecoveryPorts,
  typeof removeWorkerFromConferenceStateContract.request,
  typeof removeWorkerFromConferenceStateContract.response
>(removeWorkerFromConferenceStateContract, async (input, ports, caller) => {
  const { taskSid, workerSid, intent, conferenceSid } = input;
  if (caller?.workerSid !== workerSid && !(caller !== undefined && isOverseer(caller)))
    return NOT_ON_THE_CALL;
  const stored = await findCall(ports, taskSid);
  if (stored === undefined) return UNKNOWN_CALL;
  if (!isItsConference(stored.value, conferenceSid)) return NOT_ON_THE_CALL;
  const refusal = await refuseStranger(ports, caller, stored.value);
  if (refusal !== undefined) return refusal;
  await handle(ports, stored, { type: 'deregistered', workerSid, intent });
  return done();
});
