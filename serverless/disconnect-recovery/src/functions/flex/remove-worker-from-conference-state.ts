import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { removeWorkerFromConferenceState } from '../../endpoints/removeWorkerFromConferenceState';
import { wiring } from '../../wiring';

export const handler = twilioFunction(removeWorkerFromConferenceState, flexUserGate, wiring);
