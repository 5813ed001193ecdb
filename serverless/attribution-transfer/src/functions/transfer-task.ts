import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { transferTask } from '../endpoints/transferTask';
import { wiring } from '../wiring';

export const handler = twilioFunction(transferTask, flexUserGate, wiring);
