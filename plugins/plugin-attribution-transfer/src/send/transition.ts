import { cancelAnswered, cancelAsked } from './cancel';
import { createFailed } from './createFailed';
import type { EventOf, SendEvent } from './event';
import { looked } from './looked';
import { LOOK_AFTER_LEAVING_MS, LOOK_MS, LOOK_SLOWLY_MS, YIELD_MS } from './rhythm';
import { aboutOf, finish, go, waiting, type Step } from './step';
import { isRepeatable, type Transfer, type Wish } from './transfer';

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
      return transfer === undefined ? go(undefined, { kind: 'look' }) : go(transfer);
    case 'looked':
      return looked(transfer, event.attempt, event.now);
    case 'look_failed':
      return lookFailed(transfer);
    case 'marked':
      return marked(transfer, event);
    case 'claim_due':
      return transfer?.stage === 'waiting' && !transfer.canceling && transfer.left === undefined
        ? go({ ...aboutOf(transfer), stage: 'claiming' }, { kind: 'claim' })
        : go(transfer);
    case 'claimed':
      return claimed(transfer, event);
    case 'claim_failed':
      return claimFailed(transfer, event);
    case 'move_refused':
    case 'transfer_ended':
      return moved(transfer, event);
    case 'queueing_failed':
      return transfer?.stage === 'ended' && transfer.end.how === 'queued'
        ? finish(transfer, { how: 'failed', reason: 'refused' })
        : go(transfer);
    case 'left':
    case 'gone':
      return left(transfer, event.type === 'gone' ? 'task' : 'call');
    case 'cancel_asked':
      return cancelAsked(transfer);
    case 'canceled':
    case 'cancel_failed':
      return cancelAnswered(transfer, event);
    case 'dismissed':
      return transfer?.stage === 'ended' ? go(undefined) : go(transfer);
  }
}

function asked(transfer: Transfer | undefined, { wish, key, now }: EventOf<'asked'>): Step {
  if (transfer === undefined || transfer.stage === 'ended') return request(wish, key, now);
  const isRepeat = transfer.targetSid === wish.targetSid && transfer.mode === wish.mode;
  return isRepeat ? go(transfer) : go(transfer, { kind: 'tell', what: 'other_open' });
}

const request = ({ targetSid, mode }: Wish, key: string, now: number): Step =>
  go(
    { stage: 'requesting', targetSid, mode, since: now, own: true, canceling: false },
    { kind: 'create', wish: { targetSid, mode }, key },
  );

function lookFailed(transfer: Transfer | undefined): Step {
  switch (transfer?.stage) {
    case 'requesting':
      return transfer.doubtful === true
        ? finish(transfer, { how: 'failed', reason: 'no_answer' })
        : go(transfer);
    case 'waiting':
    case 'moving':
      return go(transfer, { kind: 'look_later', ms: LOOK_SLOWLY_MS });
    default:
      return go(transfer);
  }
}

function marked(transfer: Transfer | undefined, { attemptId }: EventOf<'marked'>): Step {
  switch (transfer?.stage) {
    case undefined:
      return go(transfer, { kind: 'look' });
    case 'waiting':
      if (transfer.canceling || transfer.left !== undefined) return go(transfer);
      return transfer.own
        ? go({ ...aboutOf(transfer), attemptId, stage: 'claiming' }, { kind: 'claim' })
        : go({ ...transfer, attemptId }, { kind: 'claim_later', ms: YIELD_MS });
    case 'ended':
      return transfer.attemptId === attemptId ? go(transfer) : go(transfer, { kind: 'look' });
    default:
      return go(transfer);
  }
}

function claimed(transfer: Transfer | undefined, { claim, underway }: EventOf<'claimed'>): Step {
  if (transfer?.stage !== 'claiming') return go(transfer);
  const goOn = { kind: 'look_later', ms: LOOK_SLOWLY_MS } as const;
  const moving: Transfer = { ...aboutOf(transfer), stage: 'moving', claim };
  // A who has left may have done so by this transfer, before a reload.
  const isUnderway = underway || transfer.left !== undefined;
  return isUnderway ? go(moving, goOn) : go(moving, { kind: 'move', claim }, goOn);
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

function moved(
  transfer: Transfer | undefined,
  event: EventOf<'move_refused'> | EventOf<'transfer_ended'>,
): Step {
  const how = event.type === 'move_refused' ? 'refused' : event.how;
  switch (transfer?.stage) {
    case 'moving': {
      const { claimId } = transfer.claim;
      if (how === 'completed') {
        return finish(transfer, { how: 'transferred' }, { kind: 'report', claimId, outcome: 'transferred' });
      }
      const reason = event.type === 'move_refused' ? event.reason : REASON[event.how];
      const report = { kind: 'report', claimId, outcome: 'failed', reason } as const;
      return finish(transfer, { how: how === 'canceled' ? 'canceled' : 'failed', reason }, report);
    }
    case 'waiting':
    case 'claiming':
      // Another page of A's carries it out.
      if (how === 'completed') return finish(transfer, { how: 'transferred' });
      return how === 'refused' ? go(transfer) : go(transfer, { kind: 'look' });
    default:
      return go(transfer);
  }
}

/** The service's words for the same. */
const REASON = { completed: '', failed: 'not_taken', canceled: 'transfer_canceled' } as const;

function left(transfer: Transfer | undefined, what: 'call' | 'task'): Step {
  if (transfer === undefined) return go(undefined);
  if (transfer.stage === 'ended') return go(what === 'task' ? undefined : transfer);
  // The same state, not an equal one: whoever watches looks at the tasks after every change, and finds A gone each time.
  if (transfer.left === 'task' || transfer.left === what) return go(transfer);
  const gone = { ...transfer, left: what };
  return transfer.stage === 'waiting' && transfer.left === undefined
    ? go(gone, { kind: 'look_later', ms: LOOK_AFTER_LEAVING_MS })
    : go(gone);
}
