import { healthFunction } from '@patchbay/shared';
import { attributionTransferContracts } from '@patchbay/shared/contracts';
import { wiring } from '../wiring';

export const handler = healthFunction(wiring, attributionTransferContracts);
