import { createAttributionTaskContract } from './createAttributionTask';
import { transferTaskContract } from './transferTask';
import { claimTransferContract } from './claimTransfer';
import { transferOutcomeContract } from './transferOutcome';
import { cancelAttributionTaskContract } from './cancelAttributionTask';
import { attributionStatusContract } from './attributionStatus';
import { attributionTaskEventsContract } from './attributionTaskEvents';

/** Every endpoint of the service. */
export const attributionTransferContracts = [
  createAttributionTaskContract,
  transferTaskContract,
  claimTransferContract,
  transferOutcomeContract,
  cancelAttributionTaskContract,
  attributionStatusContract,
  attributionTaskEventsContract,
] as const;
