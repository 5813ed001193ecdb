import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { addWorkerToConferenceState } from '../../endpoints/addWorkerToConferenceState';
import { wiring } from '../../wiring';

export const handler = twilioFunction(addWorkerToConferenceState, flexUserGate, wiring);
