import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { attributionStatus } from '../endpoints/attributionStatus';
import { wiring } from '../wiring';

export const handler = twilioFunction(attributionStatus, flexUserGate, wiring);
