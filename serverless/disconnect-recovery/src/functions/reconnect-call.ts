import { openGate, twilioFunction } from '@patchbay/shared';
import { reconnectCall } from '../endpoints/reconnectCall';
import { wiring } from '../wiring';

export const handler = twilioFunction(reconnectCall, openGate, wiring);
