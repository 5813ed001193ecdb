import { addWorkerToConferenceStateContract } from './addWorkerToConferenceState';
import { conferenceStatusHandlerContract } from './conferenceStatusHandler';
import { endConferenceContract } from './endConference';
import { moveConferenceParticipantsContract } from './moveConferenceParticipants';
import { reconcileContract } from './reconcile';
import { reconnectCallContract } from './reconnectCall';
import { recoveriesContract } from './recoveries';
import { recoveryStatusContract } from './recoveryStatus';
import { removeWorkerFromConferenceStateContract } from './removeWorkerFromConferenceState';
import { taskEventHandlerContract } from './taskEventHandler';
import { updateEndConferenceOnExitContract } from './updateEndConferenceOnExit';

/** Every endpoint of the service. */
export const disconnectRecoveryContracts = [
  addWorkerToConferenceStateContract,
  removeWorkerFromConferenceStateContract,
  endConferenceContract,
  updateEndConferenceOnExitContract,
  moveConferenceParticipantsContract,
  recoveryStatusContract,
  recoveriesContract,
  reconcileContract,
  conferenceStatusHandlerContract,
  taskEventHandlerContract,
  reconnectCallContract,
] as const;
