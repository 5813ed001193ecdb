import { basicAuthGate, twilioFunction } from '@patchbay/shared';
import { taskEventHandler } from '../endpoints/taskEventHandler';
import { wiring } from '../wiring';

export const handler = twilioFunction(taskEventHandler, basicAuthGate, wiring);
