import { cancelAnswered, cancelAsked } from './cancel';
import type { EventOf, SendEvent } from './event';
import { looked } from './looked';
import { claimed, moveRefused, reportAnswered, transferEnded } from './moving';
import { createFailed, stillInDoubt } from './requesting';
import { LOOK_AFTER_LEAVING_MS, LOOK_MS, LOOK_SLOWLY_MS, YIELD_MS } from './rhythm';
import { aboutOf, asking, finish, go, waiting, type Step } from './step';
import {
  hasCall,
  isRepeatable,
  isSameWish,
  isUnderWay,
  wishOf,
  type About,
  type Transfer,
  type Wish,
} from './transfer';

/**
 * The rules of a transfer on A's page: `(transfer, event) → (transfer', commands)`. Pure; an event that no longer fits
 * changes nothing. While a transfer is open, an answer or a timer is always on its way; its end is told once.
 */
export function transition(transfer: Transfer | undefined, event: SendEvent): Step {
  switch (event.type) {
    case 'asked':
      return asked(transfer, event);
    case 'again_asked':
      return transfer?.stage === 'ended' && isRepeatable(transfer.end)
        ? request(transfer, event.key, event.now)
        : go(transfer);
    case 'created':
      if (transfer?.stage !== 'requesting') return go(transfer);
      return go(waiting(transfer, { canceling: transfer.canceling }), {
        kind: transfer.canceling ? 'cancel' : 'look',
      });
    case 'create_failed':
      return transfer?.stage === 'requesting' ? createFailed(transfer, event) : go(transfer);
    case 'found':
      return transfer === undefined ? go({ stage: 'looking' }, { kind: 'look' }) : go(transfer);
    case 'looked':
      return looked(transfer, event);
    case 'look_failed':
      return lookFailed(transfer);
    case 'reconnected':
      return transfer === undefined ? go(offerAgain(event.interrupted)) : go(transfer);
    case 'marked':
      return marked(transfer, event);
    case 'claim_due':
      return transfer?.stage === 'waiting' && !transfer.canceling && hasCall(transfer)
        ? go({ ...aboutOf(transfer), stage: 'claiming' }, { kind: 'claim' })
        : go(transfer);
    case 'claimed':
      return claimed(transfer, event);
    case 'claim_failed':
      return claimFailed(transfer, event);
    case 'move_refused':
      return moveRefused(transfer, event);
    case 'transfer_ended':
      return transferEnded(transfer, event);
    case 'reported':
    case 'report_failed':
      return reportAnswered(transfer, event);
    case 'queueing_failed':
      return transfer?.stage === 'ended' && transfer.end.how === 'queued'
        ? finish(transfer, { how: 'failed', reason: 'refused' })
        : go(transfer);
    case 'left':
    case 'gone':
      return left(transfer, event.type === 'gone' ? 'task' : 'call');
    case 'back':
      return transfer === undefined || transfer.stage === 'looking' || transfer.left === undefined
        ? go(transfer)
        : go({ ...transfer, left: undefined });
    case 'cancel_asked':
      return cancelAsked(transfer);
    case 'canceled':
    case 'cancel_failed':
      return cancelAnswered(transfer, event);
    case 'dismissed':
      // What is still to be asked is asked unseen.
      if (transfer?.stage !== 'ended') return go(transfer);
      return go(transfer.asking === true ? { stage: 'looking' } : undefined);
  }
}

function asked(transfer: Transfer | undefined, { wish, key, now }: EventOf<'asked'>): Step {
  if (!isUnderWay(transfer)) return request(wish, key, now);
  return isSameWish(transfer, wish) ? go(transfer) : go(transfer, { kind: 'tell', what: 'other_open' });
}

const request = (wish: Wish, key: string, now: number): Step =>
  go(
    { ...wishOf(wish), stage: 'requesting', since: now, own: true, canceling: false },
    { kind: 'create', wish: wishOf(wish), key },
  );

const offerAgain = (interrupted: About): Transfer => ({
  ...aboutOf(interrupted),
  stage: 'ended',
  end: { how: 'interrupted' },
  left: undefined,
});

function lookFailed(transfer: Transfer | undefined): Step {
  switch (transfer?.stage) {
    case 'requesting':
      return stillInDoubt(transfer);
    case 'looking':
    case 'waiting':
    case 'moving':
      return go(transfer, { kind: 'look_later', ms: LOOK_SLOWLY_MS });
    case 'ended':
      return transfer.asking === true
        ? go(transfer, { kind: 'look_later', ms: LOOK_SLOWLY_MS })
        : go(transfer);
    default:
      return go(transfer);
  }
}

function marked(transfer: Transfer | undefined, { attemptId, receiver }: EventOf<'marked'>): Step {
  switch (transfer?.stage) {
    case undefined:
      return go({ stage: 'looking' }, { kind: 'look' });
    case 'looking':
      return go(transfer.marked === attemptId ? transfer : { ...transfer, marked: attemptId });
    case 'waiting':
      if (transfer.canceling || !hasCall(transfer)) return go(transfer);
      return transfer.own
        ? go({ ...aboutOf(transfer), attemptId, receiver, stage: 'claiming' }, { kind: 'claim' })
        : go({ ...transfer, attemptId, receiver }, { kind: 'claim_later', ms: YIELD_MS });
    case 'ended':
      return transfer.attemptId === attemptId ? go(transfer) : go(asking(transfer), { kind: 'look' });
    default:
      return go(transfer);
  }
}

function claimFailed(transfer: Transfer | undefined, { code }: EventOf<'claim_failed'>): Step {
  if (transfer?.stage !== 'claiming') return go(transfer);
  switch (code) {
    case 'replay_claimed':
      return go(waiting(transfer, { elsewhere: true }), { kind: 'look_later', ms: LOOK_SLOWLY_MS });
    case 'reservation_not_held':
      return go(waiting(transfer, { denied: true }), { kind: 'look' });
    case 'wrong_state':
    case 'not_found':
      return go(waiting(transfer), { kind: 'look_later', ms: LOOK_AFTER_LEAVING_MS });
    default:
      return go(
        waiting(transfer),
        { kind: 'claim_later', ms: YIELD_MS },
        { kind: 'look_later', ms: LOOK_MS },
      );
  }
}

function left(transfer: Transfer | undefined, what: 'call' | 'task'): Step {
  if (transfer === undefined) return go(undefined);
  if (transfer.stage === 'looking' || transfer.stage === 'ended')
    return go(what === 'task' ? undefined : transfer);
  // The same state, not an equal one: whoever watches looks at the tasks after every change, and finds A gone each time.
  if (transfer.left === 'task' || transfer.left === what) return go(transfer);
  const gone = { ...transfer, left: what };
  return transfer.stage === 'waiting' && transfer.left === undefined
    ? go(gone, { kind: 'look_later', ms: LOOK_AFTER_LEAVING_MS })
    : go(gone);
}
