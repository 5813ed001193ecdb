import type { ParticipantSnapshot } from '@patchbay/shared';
import type { Attributes, TaskSid } from '@patchbay/shared/contracts';
import type { RecoveryPorts } from '../ports';

/** A task's attributes and version as an event told them. */
export interface SeenTask {
  readonly taskSid: TaskSid;
  readonly attributes: Attributes;
  readonly version: string;
}

/** What the duties of one request work with: the ports, and what has been seen on the way. */
export interface Reach extends RecoveryPorts {
  readonly seen: SeenTask | undefined;
  /** The legs as the latest look of this request saw them. */
  legs: readonly ParticipantSnapshot[] | undefined;
}
