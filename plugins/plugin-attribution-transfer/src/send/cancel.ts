import type { EventOf } from './event';
import { LOOK_MS } from './rhythm';
import { finish, givenUp, go, type Step } from './step';
import { hasCall, howOf, type Transfer } from './transfer';

/** A gives up: at once, or as soon as the service has answered the request. */
export function cancelAsked(transfer: Transfer | undefined): Step {
  if (transfer?.stage === 'requesting') return go({ ...transfer, canceling: true });
  if (transfer?.stage !== 'waiting' || transfer.canceling) return go(transfer);
  return go({ ...transfer, canceling: true }, { kind: 'cancel' });
}

/** What the service said to A's giving up. */
export function cancelAnswered(
  transfer: Transfer | undefined,
  event: EventOf<'canceled'> | EventOf<'cancel_failed'>,
): Step {
  if (transfer?.stage !== 'waiting' || !transfer.canceling) return go(transfer);
  if (event.type === 'canceled') {
    return finish(transfer, event.state === 'canceled' ? givenUp(transfer) : { how: howOf(event.state) });
  }
  const goOn = { kind: 'look_later', ms: LOOK_MS } as const;
  const current = { ...transfer, canceling: false };
  switch (event.code) {
    case 'not_found':
      return finish(transfer, givenUp(transfer));
    case 'replay_claimed':
      return go({ ...current, elsewhere: true }, { kind: 'tell', what: 'too_late' }, goOn);
    default:
      return hasCall(transfer)
        ? go(current, { kind: 'tell', what: 'not_canceled' }, goOn)
        : go(current, goOn);
  }
}
