import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { recoveryStatus } from '../../endpoints/recoveryStatus';
import { wiring } from '../../wiring';

export const handler = twilioFunction(recoveryStatus, flexUserGate, wiring);
