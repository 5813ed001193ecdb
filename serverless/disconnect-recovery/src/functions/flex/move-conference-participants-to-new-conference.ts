import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { moveConferenceParticipants } from '../../endpoints/moveConferenceParticipants';
import { wiring } from '../../wiring';

export const handler = twilioFunction(moveConferenceParticipants, flexUserGate, wiring);
