import { healthFunction } from '@patchbay/shared';
import { disconnectRecoveryContracts } from '@patchbay/shared/contracts';
import { wiring } from '../wiring';

export const handler = healthFunction(wiring, disconnectRecoveryContracts);
