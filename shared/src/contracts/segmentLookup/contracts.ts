import { getSegmentIdContract } from './getSegmentId';
import { getSegmentIdsContract } from './getSegmentIds';

/** Every endpoint of the service. */
export const segmentLookupContracts = [getSegmentIdContract, getSegmentIdsContract] as const;
