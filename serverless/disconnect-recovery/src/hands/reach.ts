import type { ParticipantSnapshot } from '@patchbay/shared';
import type { ActivitySid, WorkerSid } from '@patchbay/shared/contracts';
import type { RecoveryPorts } from '../ports';

/** A worker's activity as an event told it. */
export interface SeenWorker {
  readonly workerSid: WorkerSid;
  readonly activitySid: ActivitySid;
}

/** What the duties of one request work with: the ports, and what has been seen on the way. */
export interface Reach extends RecoveryPorts {
  readonly seen: SeenWorker | undefined;
  /** The legs as the latest look of this request saw them. */
  legs: readonly ParticipantSnapshot[] | undefined;
}
