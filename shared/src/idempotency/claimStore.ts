import { fail, type Failure } from '../endpoint/result';
import { StoreUnavailable } from '../store/storeErrors';
import { typedStore } from '../store/typedStore';
import { Claim, judgeClaim, settleClaim, type Settlement, takeClaim } from './claim';
import type { OnceOptions } from './once';

/** The right to work on an operation: a claim, and the version that fences what its holder writes. */
export interface HeldClaim {
  readonly claim: Claim;
  readonly version: string;
}

export type Taken =
  | { readonly kind: 'begin'; readonly held: HeldClaim }
  | { readonly kind: 'reconcile'; readonly held: HeldClaim }
  | { readonly kind: 'recorded'; readonly text: string }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Takes the claim of an operation, or says why not. 1 call to the store for a new operation. Throws StoreUnavailable. */
export const takeOperation = async (options: OnceOptions): Promise<Taken> => {
  const { store, clock, ids, key, fingerprint, leaseMs } = options;
  const worker = { owner: ids.next(), now: clock.now(), leaseMs, fingerprint };
  const first = takeClaim(worker);
  const created = await claimsIn(options).createIfAbsent(key, first, writeOptions(options));
  if (created.created) return { kind: 'begin', held: { claim: first, version: created.version } };

  const { value: existing, version } = created.existing;
  const judgement = judgeClaim(existing, fingerprint, clock.now());
  if (judgement.kind === 'mismatch') return { kind: 'refused', failure: MISMATCH };
  if (judgement.kind === 'replay') return { kind: 'recorded', text: judgement.answer };
  if (judgement.kind === 'in-flight') return { kind: 'refused', failure: inFlight(judgement.retryAfterMs) };

  const claim = takeClaim(worker, existing);
  const swapped = await store.compareAndSet(key, version, claim, writeOptions(options));
  if (!swapped.swapped) return { kind: 'refused', failure: inFlight(0) };
  const held = { claim, version: swapped.version };
  return judgement.kind === 'take-over' ? { kind: 'begin', held } : { kind: 'reconcile', held };
};

/**
 * Writes how an attempt ended. `lost` when another attempt has begun meanwhile: a late worker neither overwrites nor
 * removes what it wrote. `unavailable` when the store can't be told: the lease then runs out into a reconciliation.
 */
export const settleOperation = async (
  options: OnceOptions,
  { claim, version }: HeldClaim,
  settlement: Settlement,
): Promise<'settled' | 'lost' | 'unavailable'> => {
  try {
    const settled = settleClaim(claim, settlement);
    const outcome = await options.store.compareAndSet(options.key, version, settled, writeOptions(options));
    return outcome.swapped ? 'settled' : 'lost';
  } catch (error) {
    if (error instanceof StoreUnavailable) return 'unavailable';
    throw error;
  }
};

/** What is recorded now, for a worker that lost its claim; undefined while another attempt is at it. */
export const readOperation = async (options: OnceOptions): Promise<string | undefined> => {
  const found = await claimsIn(options).get(options.key);
  return found?.value.state === 'done' ? found.value.answer : undefined;
};

/** The same operation is being worked on, or its outcome is not known yet. */
export const inFlight = (retryAfterMs: number): Failure =>
  fail('in_flight', 'The same request is being worked on. Please ask again shortly.', {
    retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)),
  });

const MISMATCH = fail('request_mismatch', 'Another request was made under the same key.');

const claimsIn = ({ store }: OnceOptions) => typedStore(store, Claim);

const writeOptions = ({ ids, clock, retentionMs }: OnceOptions) => ({
  owner: ids.next(),
  expiresAt: clock.now() + retentionMs,
});
