import { fail, type Failure, type FlexUser } from '@patchbay/shared';
import type { WorkerSid } from '@patchbay/shared/contracts';

/** The caller's own worker; users who are none hold no reservation. */
export const requireWorker = (caller: FlexUser | undefined): WorkerSid | Failure =>
  caller?.workerSid ?? fail('reservation_not_held', 'Only an agent who is on the call may do this.');

export const NOT_HELD = fail('reservation_not_held', 'The accepted reservation of this task is not yours.');

export const NO_ATTEMPT = fail('not_found', 'No transfer of this call is known. It may be older than a day.');
