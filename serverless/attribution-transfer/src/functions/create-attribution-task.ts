import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { createAttributionTask } from '../endpoints/createAttributionTask';
import { wiring } from '../wiring';

export const handler = twilioFunction(createAttributionTask, flexUserGate, wiring);
