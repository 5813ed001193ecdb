import { basicAuthGate, twilioFunction } from '../../../src/host';
import { eventsWiring, sampleEvents } from '../sampleEvents';

export const handler = twilioFunction(sampleEvents, basicAuthGate, eventsWiring);
