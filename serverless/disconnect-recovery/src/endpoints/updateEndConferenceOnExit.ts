import { fail, implement, ok } from '@patchbay/shared';
import { updateEndConferenceOnExitContract } from '@patchbay/shared/contracts';
import { findCall } from '../calls/storedCalls';
import type { RecoveryPorts } from '../ports';
import { DONE } from './answers';
import { isItsConference, NOT_ON_THE_CALL, refuseStranger, UNKNOWN_CALL } from './requirePart';

const ATTEMPTS = 2;

/** POST /flex/update-end-conference-on-exit. Twilio answers 200 to a change it does not make, so what it did is read. */
export const updateEndConferenceOnExit = implement<
  RecoveryPorts,
  typeof updateEndConferenceOnExitContract.request,
  typeof updateEndConferenceOnExitContract.response
>(updateEndConferenceOnExitContract, async (input, ports, caller) => {
  const { taskSid, conferenceSid, participantCallSid, endConferenceOnExit } = input;
  const stored = await findCall(ports, taskSid);
  if (stored === undefined) return UNKNOWN_CALL;
  if (!isItsConference(stored.value, conferenceSid)) return NOT_ON_THE_CALL;
  const refusal = await refuseStranger(ports, caller, stored.value);
  if (refusal !== undefined) return refusal;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const change = { endConferenceOnExit };
    const changed = await ports.voice.updateParticipant(conferenceSid, participantCallSid, change);
    const leg = changed && (await ports.voice.fetchParticipant(conferenceSid, participantCallSid));
    if (leg === undefined) return LEFT;
    if (leg.endConferenceOnExit === endConferenceOnExit) return ok({ ...DONE, endConferenceOnExit });
    if (leg.hold) break;
  }
  return HELD;
});

const LEFT = fail('not_found', 'This participant is not on the conference any more.');

const HELD = fail(
  'in_flight',
  'Twilio does not change this while somebody is on hold. Ask again after the hold.',
  {
    retryAfterSeconds: 2,
  },
);
