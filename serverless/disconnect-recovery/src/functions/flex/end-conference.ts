import { twilioFunction } from '@patchbay/shared';
import { endConference } from '../../endpoints/endConference';
import { wiring } from '../../wiring';

export const handler = twilioFunction(endConference, wiring);
