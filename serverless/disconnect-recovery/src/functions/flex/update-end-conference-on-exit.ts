import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { updateEndConferenceOnExit } from '../../endpoints/updateEndConferenceOnExit';
import { wiring } from '../../wiring';

export const handler = twilioFunction(updateEndConferenceOnExit, flexUserGate, wiring);
