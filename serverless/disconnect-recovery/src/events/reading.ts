import type { TaskSid } from '@patchbay/shared/contracts';
import type { SeenWorker } from '../hands/reach';
import type { CallEvent } from '../recovery/event';

/** What a TaskRouter event means for a call. */
export interface Meaning {
  /** The task under which the call is recorded. */
  readonly callTaskSid: TaskSid;
  readonly event: CallEvent;
  /** Only for the recovery of this id; undefined where it is about the call itself. */
  readonly recoveryId: string | undefined;
  readonly seen: SeenWorker | undefined;
}

export type Reading =
  | { readonly kind: 'means'; readonly meanings: readonly Meaning[] }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'malformed'; readonly id: string | undefined };
