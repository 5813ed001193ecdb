import { fail, judgeClaim, type Failure } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import { isOpen, type Attempt } from './attempt';
import { taskMayAppearUntil } from './creation';
import type { AttemptRequest } from './start';
import { transition } from './transition';

/** What a request that finds an attempt of the same task has to do. */
export type Verdict =
  | { readonly kind: 'replay'; readonly taskSid: TaskSid }
  | { readonly kind: 'refuse'; readonly failure: Failure }
  /** The create was never finished, and nobody is at it. */
  | { readonly kind: 'take_over' }
  /** The attempt has ended: another may begin. */
  | { readonly kind: 'start_over' }
  /** Another reservation asks: whoever holds the call now decides. */
  | { readonly kind: 'compare_reservations' };

/** A create takes a fraction of a second; only a killed one keeps its repeats waiting until the lease is over. */
const ASK_AGAIN_SECONDS = 2;

export function judgeRepeat(recorded: Attempt, request: AttemptRequest, now: number): Verdict {
  const { attempt } = transition(recorded, { type: 'tick' }, now);
  if (!isOpen(attempt)) return judgeAfterTheEnd(attempt, request, now);
  if (attempt.reservationSid !== request.reservationSid) return { kind: 'compare_reservations' };
  if (attempt.transferringWorkerSid !== request.transferringWorkerSid) {
    return refuse(fail('reservation_not_held', 'This reservation belongs to another agent.'));
  }
  if (attempt.targetSid !== request.targetSid) {
    return refuse(
      fail('other_target_open', 'A transfer of this call to another queue is open. Cancel it first.', {
        details: [`Open transfer goes to ${attempt.targetSid}`],
      }),
    );
  }
  return judgeSameTarget(attempt, request, now);
}

function judgeSameTarget(attempt: Attempt, request: AttemptRequest, now: number): Verdict {
  const judgement = judgeClaim(attempt.creation, request.fingerprint, now);
  switch (judgement.kind) {
    case 'mismatch':
      return refuse(mismatch);
    case 'replay':
      return attempt.attributionTaskSid === undefined
        ? { kind: 'take_over' }
        : { kind: 'replay', taskSid: attempt.attributionTaskSid };
    case 'in-flight':
      return refuse(inFlight('The same request is being handled.', judgement.retryAfterMs));
    case 'take-over':
    case 'reconcile':
      return { kind: 'take_over' };
  }
}

/** The same click again, late: its attempt is over and it starts no other. */
function judgeAfterTheEnd(attempt: Attempt, request: AttemptRequest, now: number): Verdict {
  const waitMs = taskMayAppearUntil(attempt) - now;
  // Its task may still turn up, and two agents would be asked at once.
  if (waitMs > 0) return refuse(inFlight('The transfer before is still being ended.', waitMs));
  const sameClick = request.idempotencyKey !== undefined && request.idempotencyKey === attempt.idempotencyKey;
  if (!sameClick || attempt.attributionTaskSid === undefined) return { kind: 'start_over' };
  return attempt.creation.fingerprint === request.fingerprint
    ? { kind: 'replay', taskSid: attempt.attributionTaskSid }
    : refuse(mismatch);
}

const inFlight = (why: string, waitMs: number): Failure =>
  fail('in_flight', `${why} Ask again shortly.`, {
    retryAfterSeconds: Math.min(ASK_AGAIN_SECONDS, Math.max(1, Math.ceil(waitMs / 1000))),
  });

const mismatch = fail(
  'request_mismatch',
  'The open transfer to this queue was asked for differently (mode, reservation or company). Cancel it first.',
);

const refuse = (failure: Failure): Verdict => ({ kind: 'refuse', failure });
