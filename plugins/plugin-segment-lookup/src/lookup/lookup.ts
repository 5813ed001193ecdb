import type { CallFailure } from '@patchbay/shared/client';
import type { TaskSid } from '@patchbay/shared/contracts';

/** Why the service gives no segment IDs: its own code, or ours for a report that takes longer than anybody waits. */
export interface LookupFailure {
  readonly code: CallFailure['code'] | 'too_long';
  readonly retryAfterSeconds?: number | undefined;
  /** By which an administrator finds the request in the service's log. */
  readonly correlationId?: string | undefined;
}

interface About {
  /** Counts up, so that an answer is known by the lookup it is for. */
  readonly run: number;
  readonly taskSid: TaskSid;
}

interface Running extends About {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Why the service is being asked once more; undefined while all is well. */
  readonly hindrance?: LookupFailure['code'] | undefined;
  /** The service no longer knew the report, which was begun anew; once is enough. */
  readonly restarted?: boolean | undefined;
}

/** A lookup in one place of the page; nobody has asked there while there is none. */
export type Lookup =
  | { readonly stage: 'idle'; readonly run: number }
  /** Asked, and nothing answered. */
  | (Running & { readonly stage: 'checking' })
  /** The report is being computed; the service is asked again with the continuation. */
  | (Running & { readonly stage: 'pending'; readonly continuation: string })
  | (About & { readonly stage: 'found'; readonly segmentIds: readonly string[] })
  | (About & { readonly stage: 'empty' })
  | (About & { readonly stage: 'failed'; readonly failure: LookupFailure });

export type InStage<Stage extends Lookup['stage']> = Extract<Lookup, { readonly stage: Stage }>;
export type RunningLookup = InStage<'checking' | 'pending'>;

/** True while an answer is on its way or about to be asked for. */
export const isRunning = (lookup: Lookup | undefined): lookup is RunningLookup =>
  lookup?.stage === 'checking' || lookup?.stage === 'pending';
