import { flexUserGate, twilioFunction } from '@patchbay/shared';
import { getSegmentId } from '../endpoints/getSegmentId';
import { wiring } from '../wiring';

export const handler = twilioFunction(getSegmentId, flexUserGate, wiring);
