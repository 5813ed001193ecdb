import * as z from 'zod/mini';

/**
 * The record of one operation under its key.
 *
 *   in-progress   a worker may be at it until `leaseUntil`; after that nobody knows how far it came
 *   unknown       a worker says that it doesn't know whether the effect happened
 *   released      a worker says that the effect did not happen: anybody may begin at once
 *   done          `answer` is the answer for ever
 */
export const Claim = z.object({
  state: z.enum(['in-progress', 'unknown', 'released', 'done']),
  /** Names the attempt. Each is another version of the record, which fences what the worker of an earlier one writes. */
  owner: z.string(),
  attempt: z.number(),
  /** Milliseconds since 1970. No effect is begun later than this. */
  leaseUntil: z.number(),
  /** The last moment at which an attempt that has not been settled may have begun the effect; null when there is none. */
  unsettledAt: z.nullable(z.number()),
  fingerprint: z.string(),
  /** JSON text, because a store may reorder the members of an object and a replay is byte-identical. */
  answer: z.optional(z.string()),
});
export type Claim = z.infer<typeof Claim>;

export type Judgement =
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'replay'; readonly answer: string }
  | { readonly kind: 'in-flight'; readonly retryAfterMs: number }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'reconcile' };

/** What a request that finds a claim under its key has to do. */
export const judgeClaim = (claim: Claim, fingerprint: string, now: number): Judgement => {
  if (claim.fingerprint !== fingerprint) return { kind: 'mismatch' };
  if (claim.state === 'done' && claim.answer !== undefined) return { kind: 'replay', answer: claim.answer };
  if (claim.state === 'released') return { kind: 'take-over' };
  if (claim.state === 'in-progress' && claim.leaseUntil > now) {
    return { kind: 'in-flight', retryAfterMs: claim.leaseUntil - now };
  }
  return { kind: 'reconcile' };
};

export interface Worker {
  readonly owner: string;
  readonly now: number;
  readonly leaseMs: number;
  readonly fingerprint: string;
}

/** The claim with which a worker begins: the first one, or the next attempt after `previous`. */
export const takeClaim = (worker: Worker, previous?: Claim): Claim => ({
  state: 'in-progress',
  owner: worker.owner,
  attempt: (previous?.attempt ?? 0) + 1,
  leaseUntil: worker.now + worker.leaseMs,
  unsettledAt: previous ? unsettledAfter(previous) : null,
  fingerprint: worker.fingerprint,
});

const unsettledAfter = (previous: Claim): number | null =>
  previous.state === 'in-progress'
    ? Math.max(previous.leaseUntil, previous.unsettledAt ?? 0)
    : previous.unsettledAt;

export type Settlement =
  | { readonly kind: 'done'; readonly answer: string }
  | { readonly kind: 'released' }
  | { readonly kind: 'unknown'; readonly unsettledAt: number | null };

/** The claim after a worker's attempt. */
export const settleClaim = (claim: Claim, settlement: Settlement): Claim => {
  switch (settlement.kind) {
    case 'done':
      return { ...claim, state: 'done', unsettledAt: null, answer: settlement.answer };
    case 'released':
      return { ...claim, state: 'released', unsettledAt: null };
    case 'unknown':
      return { ...claim, state: 'unknown', unsettledAt: settlement.unsettledAt };
  }
};

/** Milliseconds until the absence of an effect proves that it never happened: requests may still be on their way. */
export const graceLeft = (claim: Claim, graceMs: number, now: number): number =>
  claim.unsettledAt === null ? 0 : Math.max(0, claim.unsettledAt + graceMs - now);
