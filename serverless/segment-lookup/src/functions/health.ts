import { healthFunction } from '@patchbay/shared';
import { segmentLookupContracts } from '@patchbay/shared/contracts';
import { about } from '../about';

export const handler = healthFunction(about, segmentLookupContracts);
