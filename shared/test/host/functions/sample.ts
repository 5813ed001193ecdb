import { twilioFunction } from '../../../src/host';
import { sample, sampleWiring } from '../sampleEndpoint';

export const handler = twilioFunction(sample, sampleWiring);
