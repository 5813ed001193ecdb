import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { transferOutcome } from '../endpoints/transferOutcome';
import { wiring } from '../wiring';

export const handler = twilioFunction(transferOutcome, flexUserGate, wiring);
