import type { AttemptView } from '@patchbay/shared/contracts';
import type { CallCode, EventOf } from './event';
import { LOOK_MS, LOOK_SLOWLY_MS, MAX_DOUBTS } from './rhythm';
import { asking, finish, givenUp, go, takeBack, waiting, type Step } from './step';
import { hasCall, isSameWish, wishOf, type End, type InStage } from './transfer';
import { whileWaiting } from './waiting';

type Requesting = InStage<'requesting'>;

/** After these nobody knows whether the service began the transfer. */
const DOUBTFUL: ReadonlySet<CallCode> = new Set([
  'network',
  'bad_response',
  'aborted',
  'in_flight',
  'internal',
  'throttled',
  'store_unavailable',
  'twilio_unavailable',
  'deadline_exceeded',
]);

/** The service did not begin the transfer, or nobody knows. */
export function createFailed(transfer: Requesting, { code, fallback }: EventOf<'create_failed'>): Step {
  if (DOUBTFUL.has(code)) {
    return transfer.canceling ? takeBackInDoubt(transfer) : go({ ...transfer, doubts: 1 }, { kind: 'look' });
  }
  if (transfer.canceling) return finish(transfer, givenUp(transfer));
  if (code === 'no_agent' && fallback === 'plain_transfer' && hasCall(transfer)) {
    return finish(transfer, { how: 'queued', reason: code }, { kind: 'queue', wish: wishOf(transfer) });
  }
  const failed = finish(transfer, { how: 'failed', reason: code });
  if (code !== 'other_target_open' && code !== 'request_mismatch') return failed;
  // Another page of A's began it: its transfer is shown as soon as the status has told about it.
  return go(asking(failed.state), { kind: 'tell', what: 'other_open' }, { kind: 'look' });
}

/** The status of a request that got no answer was asked for, and nobody answered that either. */
export function stillInDoubt(transfer: Requesting): Step {
  const { doubts, canceling } = transfer;
  if (doubts === undefined) return go(transfer);
  if (canceling) return takeBackInDoubt(transfer);
  return doubts < MAX_DOUBTS
    ? go({ ...transfer, doubts: doubts + 1 }, { kind: 'look_later', ms: LOOK_MS })
    : endInDoubt(transfer, NO_ANSWER);
}

/** What the status says of a request that got no answer. */
export function doubtSettled(transfer: Requesting, attempt: AttemptView | null): Step {
  if (transfer.doubts === undefined) return go(transfer);
  if (attempt?.open === true && isSameWish(transfer, attempt)) {
    return transfer.canceling ? takeBack(transfer) : whileWaiting(waiting(transfer), attempt);
  }
  return endInDoubt(transfer, transfer.canceling ? givenUp(transfer) : NO_ANSWER);
}

const NO_ANSWER: End = { how: 'failed', reason: 'no_answer' };

/**
 * A has to hear some time that nobody answers. The request may arrive even later than the question that found nothing: the
 * page asks on, and what turns out to have begun is taken back, because A may have gone on without it.
 */
function endInDoubt(transfer: Requesting, end: End): Step {
  const { state, commands } = finish(transfer, end, withdraw(transfer));
  return state === undefined
    ? go(state, ...commands)
    : go(asking(state), ...commands, { kind: 'look_later', ms: LOOK_SLOWLY_MS });
}

const takeBackInDoubt = (transfer: Requesting): Step =>
  go(waiting(transfer, { canceling: true }), withdraw(transfer), { kind: 'cancel' });

const withdraw = (transfer: Requesting) => ({ kind: 'withdraw', wish: wishOf(transfer) }) as const;
