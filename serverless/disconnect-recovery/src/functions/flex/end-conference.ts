import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { endConference } from '../../endpoints/endConference';
import { wiring } from '../../wiring';

export const handler = twilioFunction(endConference, flexUserGate, wiring);
