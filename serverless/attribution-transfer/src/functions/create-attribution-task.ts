import { twilioFunction } from '@patchbay/shared';
import { createAttributionTask } from '../endpoints/createAttributionTask';
import { wiring } from '../wiring';

export const handler = twilioFunction(createAttributionTask, wiring);
