import { implement } from '@patchbay/shared';
import { endConferenceContract } from '@patchbay/shared/contracts';
import { findCall } from '../calls/storedCalls';
import type { RecoveryPorts } from '../ports';
import { done } from './answers';
import { isItsConference, NOT_ON_THE_CALL, refuseStranger, UNKNOWN_CALL } from './requirePart';

/** POST /flex/end-conference. Twilio's callback tells the rest of us. */
export const endConference = implement<
  RecoveryPorts,
  typeof endConferenceContract.request,
  typeof endConferenceContract.response
>(endConferenceContract, async ({ taskSid, conferenceSid }, ports, caller) => {
  const stored = await findCall(ports, taskSid);
  if (stored === undefined) return UNKNOWN_CALL;
  if (!isItsConference(stored.value, conferenceSid)) return NOT_ON_THE_CALL;
  const refusal = await refuseStranger(ports, caller, stored.value);
  if (refusal !== undefined) return refusal;
  await ports.voice.endConference(stored.value.conferenceSid ?? conferenceSid);
  return done();
});
