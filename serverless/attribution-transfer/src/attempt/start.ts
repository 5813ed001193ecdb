import { takeClaim } from '@patchbay/shared';
import type { Attempt } from './attempt';

/** What a request for a transfer says, checked. */
export type AttemptRequest = Pick<
  Attempt,
  | 'originalTaskSid'
  | 'targetSid'
  | 'reservationSid'
  | 'transferringWorkerSid'
  | 'mode'
  | 'affiliation'
  | 'idempotencyKey'
> & { readonly id: string; readonly fingerprint: string };

/** A new attempt, whose creator holds the right to create the attribution task until the lease is over. */
export function startAttempt(
  { fingerprint, ...about }: AttemptRequest,
  owner: string,
  { now, leaseMs, maxAgeMs }: { readonly now: number; readonly leaseMs: number; readonly maxAgeMs: number },
): Attempt {
  return {
    ...about,
    state: 'requested',
    since: now,
    requestedAt: now,
    openUntil: now + maxAgeMs,
    creation: takeClaim({ owner, now, leaseMs, fingerprint }),
    declined: false,
    settled: false,
  };
}
