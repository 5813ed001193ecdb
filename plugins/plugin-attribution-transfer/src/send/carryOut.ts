import type { Timers } from '@patchbay/plugin-kit';
import type { ReservationSid } from '@patchbay/shared/contracts';
import { toldToSender } from '../notifications';
import { askToBegin, askToCancel, askToClaim, look, report } from './askService';
import type { Call } from './calls';
import type { SendCommand } from './command';
import type { SendEvent } from './event';
import { moveCall, queueCall } from './moveCall';
import type { SenderMeans } from './sender';

/** Of one transfer, what doing something for it takes. */
export interface Context extends SenderMeans {
  readonly sid: ReservationSid;
  readonly call: Call;
  /** The calls that go to their queue past attribution at this moment. */
  readonly passing: Set<ReservationSid>;
  readonly timers: Timers;
  readonly dispatch: (event: SendEvent) => void;
}

/** Does what the rules of A's side ask for; what comes of it is dispatched, now or later. */
export function carryOut(context: Context, command: SendCommand): void {
  const { flex, sid, timers, withdrawals, dispatch } = context;
  // Nothing here is to reject; if it does, it counts as unanswered, so that no transfer waits for it for ever.
  const settle = (answer: Promise<SendEvent | undefined>, otherwise: SendEvent): void => {
    void answer
      .catch(() => otherwise)
      .then((event) => {
        if (event !== undefined) dispatch(event);
      });
  };
  switch (command.kind) {
    case 'tell':
      flex.show(toldToSender(command.what));
      return;
    case 'look_later':
      timers.set('look', command.ms, () => {
        settle(look(context), { type: 'look_failed' });
      });
      return;
    case 'claim_later':
      timers.set('claim', command.ms, () => {
        dispatch({ type: 'claim_due' });
      });
      return;
    case 'create':
      withdrawals.remove(sid);
      settle(askToBegin(context, command), { type: 'create_failed', code: 'network' });
      return;
    case 'withdraw':
      withdrawals.add(sid, command.wish);
      return;
    case 'look':
      settle(look(context), { type: 'look_failed' });
      return;
    case 'cancel':
      settle(askToCancel(context), { type: 'cancel_failed', code: 'network' });
      return;
    case 'claim':
      settle(askToClaim(context), { type: 'claim_failed', code: 'network' });
      return;
    case 'report':
      settle(report(context, command), { type: 'report_failed', claimId: command.claimId, code: 'network' });
      return;
    case 'move':
      settle(moveCall(context, command.claim), { type: 'move_refused', reason: 'transfer_failed' });
      return;
    case 'queue':
      settle(queueCall(context, command.wish), { type: 'queueing_failed' });
      return;
  }
}
