import { signatureGate, twilioFunction } from '@patchbay/shared';
import { conferenceStatusHandler } from '../endpoints/conferenceStatusHandler';
import { wiring } from '../wiring';

export const handler = twilioFunction(conferenceStatusHandler, signatureGate(['forwardTo']), wiring);
