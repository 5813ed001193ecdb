import { healthFunction } from '../../../src/host';
import { sampleContract, sampleWiring } from '../sampleEndpoint';
import { sampleEventsContract } from '../sampleEvents';

export const handler = healthFunction(sampleWiring, [sampleContract, sampleEventsContract]);
