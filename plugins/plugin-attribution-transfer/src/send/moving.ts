import type { AttemptView } from '@patchbay/shared/contracts';
import type { SendCommand } from './command';
import type { EventOf } from './event';
import { LOOK_SLOWLY_MS } from './rhythm';
import { aboutOf, finish, givenUp, go, type Step } from './step';
import {
  hasCall,
  howOf,
  isOpen,
  type About,
  type Failure,
  type InStage,
  type ShownTransfer,
  type Transfer,
} from './transfer';

type Moving = InStage<'moving'>;

/** This page may carry the transfer out. */
export function claimed(transfer: Transfer | undefined, { claim, underway }: EventOf<'claimed'>): Step {
  if (transfer?.stage !== 'claiming') return go(transfer);
  const moving: Moving = { ...aboutOf(transfer), receiver: claim.receiver, stage: 'moving', claim };
  if (underway) return go(moving, GO_ON);
  if (hasCall(transfer)) return go(moving, { kind: 'move', claim }, GO_ON);
  // An A who has left may have done so by this very transfer, before a reload: the service makes sure of it.
  return failed(moving, withoutCall(transfer));
}

/** Flex would not transfer. TaskRouter may have begun it all the same. */
export function moveRefused(transfer: Transfer | undefined, { reason }: EventOf<'move_refused'>): Step {
  return transfer?.stage === 'moving' ? failed(transfer, { how: 'failed', reason }) : go(transfer);
}

/** TaskRouter says how a transfer to an agent went: this one, or one that A began past it. */
export function transferEnded(transfer: Transfer | undefined, event: EventOf<'transfer_ended'>): Step {
  switch (transfer?.stage) {
    case 'requesting':
      return go(event.how === 'completed' ? { ...transfer, bypassed: true } : transfer);
    case 'waiting':
    case 'claiming':
      return endedBesides(transfer, event);
    case 'moving':
      return endedHere(transfer, event);
    default:
      return go(transfer);
  }
}

/** Another page of A's carries it out, or A transferred the call directly. */
function endedBesides(transfer: ShownTransfer, { how, to }: EventOf<'transfer_ended'>): Step {
  const isOurs = transfer.receiver === to;
  if (how !== 'completed') {
    return isOurs || transfer.receiver === undefined ? go(transfer, { kind: 'look' }) : go(transfer);
  }
  return isOurs ? finish(transfer, TRANSFERRED) : go({ ...transfer, bypassed: true }, { kind: 'look' });
}

function endedHere(transfer: Moving, { how, to }: EventOf<'transfer_ended'>): Step {
  if (to !== transfer.claim.receiver) {
    const bypassed = { ...transfer, bypassed: true };
    return how === 'completed' ? failed(bypassed, withoutCall(bypassed)) : go(transfer);
  }
  if (how !== 'completed') return failed(transfer, FAILURE[how]);
  const { claimId } = transfer.claim;
  return finish(transfer, TRANSFERRED, { kind: 'report', claimId, outcome: 'transferred' });
}

/** The reasons are the service's words for the same. */
const FAILURE = {
  failed: { how: 'failed', reason: 'not_taken' },
  canceled: { how: 'canceled', reason: 'transfer_canceled' },
} as const satisfies Record<string, Failure>;

const withoutCall = (transfer: About): Failure => ({
  ...givenUp(transfer),
  reason: transfer.bypassed === true ? 'bypassed' : 'sender_left',
});

/** What the service has found out about a failure. */
export function reportAnswered(
  transfer: Transfer | undefined,
  event: EventOf<'reported'> | EventOf<'report_failed'>,
): Step {
  if (transfer?.stage !== 'moving' || transfer.claim.claimId !== event.claimId) return go(transfer);
  if (transfer.failure === undefined) return go(transfer);
  if (event.type === 'report_failed') {
    const isUnknown = event.code === 'not_found' || event.code === 'reservation_not_held';
    return isUnknown ? finish(transfer, transfer.failure) : go(transfer, GO_ON);
  }
  if (isOpen(event.state)) return go(transfer, GO_ON);
  return finish(transfer, event.state === 'failed' ? transfer.failure : { how: howOf(event.state) });
}

/** What the status says while Flex carries it out: still open, gone, or failed as this page has seen for itself. */
export function whileMoving(transfer: Moving, attempt: AttemptView | null): Step {
  const { failure, attemptId, left } = transfer;
  if (failure === undefined) {
    if (attempt !== null) return go(transfer, GO_ON);
    // Who has left has done so by this transfer, and B has transferred the call on by now.
    return finish(transfer, left === undefined ? { how: 'failed', reason: 'not_found' } : TRANSFERRED);
  }
  const isAnother = attempt !== null && attemptId !== undefined && attempt.attemptId !== attemptId;
  if (attempt === null || !attempt.open || isAnother) return finish(transfer, failure);
  // The report was lost, or the receiver was still being asked.
  if (attempt.state === 'claimed') return failed(transfer, failure);
  // The claim has run out with A on the call; the agent who accepted is not to be kept.
  return finish(transfer, failure, { kind: 'cancel' });
}

/** Remembered until the service has made sure: it may find that the receiver has the call, or is being asked. */
const failed = (transfer: Moving, failure: Failure): Step => {
  const { claimId } = transfer.claim;
  const report = { kind: 'report', claimId, outcome: 'failed', reason: failure.reason } as const;
  return go({ ...transfer, failure }, report satisfies SendCommand);
};

const TRANSFERRED = { how: 'transferred' } as const;
const GO_ON = { kind: 'look_later', ms: LOOK_SLOWLY_MS } as const;
