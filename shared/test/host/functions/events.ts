import { twilioFunction } from '../../../src/host';
import { eventsWiring, sampleEvents } from '../sampleEvents';

export const handler = twilioFunction(sampleEvents, eventsWiring);
