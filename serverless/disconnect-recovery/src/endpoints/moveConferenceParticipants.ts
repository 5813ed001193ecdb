import { fail, implement, ok } from '@patchbay/shared';
import { moveConferenceParticipantsContract } from '@patchbay/shared/contracts';
import { handle } from '../calls/handle';
import { findCall } from '../calls/storedCalls';
import { moveOthers } from '../hands/moveOthers';
import type { RecoveryPorts } from '../ports';
import { DONE } from './answers';
import { isItsConference, NOT_ON_THE_CALL, refuseStranger, UNKNOWN_CALL } from './requirePart';

/** POST /flex/move-conference-participants-to-new-conference. Where nobody asks, the service does it by itself. */
export const moveConferenceParticipants = implement<
  RecoveryPorts,
  typeof moveConferenceParticipantsContract.request,
  typeof moveConferenceParticipantsContract.response
>(moveConferenceParticipantsContract, async (input, ports, caller) => {
  const stored = await findCall(ports, input.taskSid);
  const drop = stored?.value.drop;
  if (stored === undefined || drop === undefined) return UNKNOWN_CALL;
  if (!isItsConference(stored.value, input.conferenceSid)) return NOT_ON_THE_CALL;
  const refusal = await refuseStranger(ports, caller, stored.value);
  if (refusal !== undefined) return refusal;
  if (drop.reconnectTaskSid !== input.newConferenceName || drop.receiverSid === undefined) return NOT_THERE;
  const participants = await moveOthers(ports, stored.value, drop);
  await handle(ports, stored, { type: 'did', what: 'move_others' });
  return ok({ ...DONE, participants: [...participants] });
});

const NOT_THERE = fail('wrong_state', 'The caller is not in that conference, or not yet.');
