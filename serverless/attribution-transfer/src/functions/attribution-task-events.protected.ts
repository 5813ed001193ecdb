import { basicAuthGate, twilioFunction } from '@patchbay/shared';
import { attributionTaskEvents } from '../endpoints/attributionTaskEvents';
import { wiring } from '../wiring';

export const handler = twilioFunction(attributionTaskEvents, basicAuthGate, wiring);
