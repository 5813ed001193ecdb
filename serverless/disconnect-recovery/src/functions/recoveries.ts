import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { recoveries } from '../endpoints/recoveries';
import { wiring } from '../wiring';

export const handler = twilioFunction(recoveries, flexUserGate, wiring);
