import type * as z from 'zod/mini';
import type { Clock, Ids } from '../endpoint/ports';
import type { Failure } from '../endpoint/result';
import type { Store } from '../store/store';
import type { Claim } from './claim';

/** Which operation it is, and how long its record lives. All times in ms. */
export interface OnceOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Names the operation. Requests with the same key are the same operation. */
  readonly key: string;
  /** Of the canonical request: the same key with another one is refused. */
  readonly fingerprint: string;
  /** Longer than a worker may live (10 s in Twilio Functions) plus clock skew. */
  readonly leaseMs: number;
  /** How long after it was begun an effect may still appear in what `reconcile` reads: its time-out plus Twilio's lag. */
  readonly graceMs: number;
  /** How long the answer is remembered after the last write. */
  readonly retentionMs: number;
}

export interface OnceActions<Answer> {
  readonly answer: z.ZodMiniType<Answer>;
  /** Only its last call may change anything, so that DeadlineExceeded means that nothing was changed. */
  readonly effect: (claim: Claim) => Promise<Answer>;
  /** Looks for the effect of earlier attempts, by something in the resource that names the operation. */
  readonly reconcile: (claim: Claim) => Promise<{ readonly found: Answer } | 'absent'>;
}

export type OnceOutcome<Answer> =
  /** The effect happened now. Not `settled`: the store could not be told; the next request will find it by reading. */
  | { readonly kind: 'executed'; readonly answer: Answer; readonly settled: boolean }
  /** The effect happened in an earlier attempt; this is its answer. */
  | { readonly kind: 'replayed'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly failure: Failure };
