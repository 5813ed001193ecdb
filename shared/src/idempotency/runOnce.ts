import type { Failure } from '../endpoint/result';
import { DeadlineExceeded } from '../errors/deadlineExceeded';
import { failureFromError } from '../errors/failureFromError';
import { PatchbayError } from '../errors/patchbayError';
import { type Outcome, UpstreamError } from '../twilio/upstreamError';
import { graceLeft } from './claim';
import { type HeldClaim, inFlight, readOperation, settleOperation, takeOperation } from './claimStore';
import type { OnceActions, OnceOptions, OnceOutcome } from './once';
import { readRecorded, writeRecorded } from './recorded';

/**
 * Has an effect at most once per key, however often, wherever and at how many places at once it is asked for, and gives
 * everyone the same answer (docs/idempotency.md). The store is asked first: when it is down nothing is done
 * (StoreUnavailable). A new operation costs 2 calls to the store, a repeat 2 on Sync.
 *
 * Throws a TypeError without a key or a fingerprint, because going on without them would skip the protection.
 */
export const runOnce = async <Answer>(
  options: OnceOptions,
  actions: OnceActions<Answer>,
): Promise<OnceOutcome<Answer>> => {
  requireProtection(options);
  const taken = await takeOperation(options);
  switch (taken.kind) {
    case 'begin':
      return execute(options, actions, taken.held);
    case 'reconcile':
      return reconcileThenExecute(options, actions, taken.held);
    case 'recorded':
      return replay(taken.text, actions);
    case 'refused':
      return taken;
  }
};

const requireProtection = ({ key, fingerprint, leaseMs, graceMs, retentionMs }: OnceOptions): void => {
  if (key.trim() === '') throw new TypeError('an operation needs a key');
  if (fingerprint === '') throw new TypeError('an operation needs a fingerprint of its request');
  if (retentionMs <= leaseMs + graceMs)
    throw new TypeError('a claim must be remembered until it can be settled');
};

const execute = async <Answer>(
  options: OnceOptions,
  actions: OnceActions<Answer>,
  held: HeldClaim,
): Promise<OnceOutcome<Answer>> => {
  // A worker that was frozen past its lease must not begin: another one may have done so.
  if (options.clock.now() >= held.claim.leaseUntil) return refused(inFlight(0));
  let answer: Answer;
  try {
    answer = await actions.effect(held.claim);
  } catch (error) {
    return settleError(options, actions, held, error);
  }
  return finish(options, actions, held, answer, 'executed');
};

/** An earlier attempt may have had its effect: look first, and let requests arrive that may still be on their way. */
const reconcileThenExecute = async <Answer>(
  options: OnceOptions,
  actions: OnceActions<Answer>,
  held: HeldClaim,
): Promise<OnceOutcome<Answer>> => {
  const seen = await look(actions, held);
  if (seen.kind === 'found') return finish(options, actions, held, seen.answer, 'replayed');
  const waitMs = graceLeft(held.claim, options.graceMs, options.clock.now());
  if (seen.kind === 'absent' && waitMs === 0) return execute(options, actions, held);
  await settleOperation(options, held, { kind: 'unknown', unsettledAt: held.claim.unsettledAt });
  return seen.kind === 'absent' ? refused(inFlight(waitMs)) : refusedBy(seen.error);
};

const settleError = async <Answer>(
  options: OnceOptions,
  actions: OnceActions<Answer>,
  held: HeldClaim,
  error: unknown,
): Promise<OnceOutcome<Answer>> => {
  const outcome = outcomeOf(error);
  if (outcome === 'not-executed') {
    await settleOperation(options, held, { kind: 'released' });
    return refusedBy(error);
  }
  if (outcome === 'definite') {
    const failure = failureFromError(error);
    await settleOperation(options, held, {
      kind: 'done',
      answer: writeRecorded({ kind: 'failure', failure }),
    });
    return refused(failure);
  }
  const unsettledAt = options.clock.now();
  const seen = await look(actions, held);
  if (seen.kind === 'found') return finish(options, actions, held, seen.answer, 'executed');
  await settleOperation(options, held, { kind: 'unknown', unsettledAt });
  return refusedBy(error, options.graceMs);
};

/** Anything unforeseen counts as ambiguous. */
const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof UpstreamError) return error.outcome;
  return error instanceof DeadlineExceeded ? 'not-executed' : 'ambiguous';
};

type Seen<Answer> =
  | { readonly kind: 'found'; readonly answer: Answer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly error: unknown };

const look = async <Answer>(actions: OnceActions<Answer>, { claim }: HeldClaim): Promise<Seen<Answer>> => {
  try {
    const seen = await actions.reconcile(claim);
    return seen === 'absent' ? { kind: 'absent' } : { kind: 'found', answer: seen.found };
  } catch (error) {
    return { kind: 'unreadable', error };
  }
};

/** Records the answer and gives it as a replay would: through its text, so that both are the same to the byte. */
const finish = async <Answer>(
  options: OnceOptions,
  actions: OnceActions<Answer>,
  held: HeldClaim,
  found: Answer,
  kind: 'executed' | 'replayed',
): Promise<OnceOutcome<Answer>> => {
  const text = writeRecorded({ kind: 'answer', answer: found });
  const outcome = replay(text, actions);
  const written = await settleOperation(options, held, { kind: 'done', answer: text });
  if (written === 'lost') {
    const recorded = await readOperation(options);
    return recorded === undefined ? refused(inFlight(0)) : replay(recorded, actions);
  }
  if (kind === 'replayed' || outcome.kind !== 'replayed') return outcome;
  return { kind, answer: outcome.answer, settled: written === 'settled' };
};

const replay = <Answer>(text: string, { answer }: OnceActions<Answer>): OnceOutcome<Answer> => {
  const recorded = readRecorded(text, answer);
  return recorded.kind === 'answer'
    ? { kind: 'replayed', answer: recorded.answer }
    : { kind: 'refused', failure: recorded.failure };
};

const refused = (failure: Failure): { readonly kind: 'refused'; readonly failure: Failure } => ({
  kind: 'refused',
  failure,
});

/** A failure that is ours to explain; anything else is a mistake in the code and is thrown on. */
const refusedBy = (error: unknown, waitMs = 0) => {
  if (!(error instanceof PatchbayError)) throw error;
  const failure = failureFromError(error);
  const waitSeconds = Math.ceil(waitMs / 1000);
  return refused(
    waitSeconds > (failure.retryAfterSeconds ?? 0) ? { ...failure, retryAfterSeconds: waitSeconds } : failure,
  );
};
