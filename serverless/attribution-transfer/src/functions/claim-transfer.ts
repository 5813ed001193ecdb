import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { claimTransfer } from '../endpoints/claimTransfer';
import { wiring } from '../wiring';

export const handler = twilioFunction(claimTransfer, flexUserGate, wiring);
