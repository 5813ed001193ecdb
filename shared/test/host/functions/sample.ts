import { flexUserGate, twilioFunction } from '../../../src/host';
import { sample, sampleWiring } from '../sampleEndpoint';

export const handler = twilioFunction(sample, flexUserGate, sampleWiring);
