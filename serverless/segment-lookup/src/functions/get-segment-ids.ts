import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { getSegmentIds } from '../endpoints/getSegmentIds';
import { wiring } from '../wiring';

export const handler = twilioFunction(getSegmentIds, flexUserGate, wiring);
