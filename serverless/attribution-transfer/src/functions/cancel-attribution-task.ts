import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { cancelAttributionTask } from '../endpoints/cancelAttributionTask';
import { wiring } from '../wiring';

export const handler = twilioFunction(cancelAttributionTask, flexUserGate, wiring);
