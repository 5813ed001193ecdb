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
  readonly call: Call | undefined;
  readonly timers: Timers;
  readonly dispatch: (event: SendEvent) => void;
}

/** Does what the rules of A's side ask for; what comes of it is dispatched, now or later. */
export function carryOut(context: Context, command: SendCommand): void {
  const { flex, call, timers, dispatch } = context;
  if (command.kind === 'tell') {
    flex.show(toldToSender(command.what));
    return;
  }
  // A reservation that is gone before anything was known of it: there is nothing to be done for it.
  if (call === undefined) return;
  const its = { ...context, call };
  switch (command.kind) {
    case 'look_later':
      timers.set('look', command.ms, () => {
        void look(its).then(dispatch);
      });
      return;
    case 'claim_later':
      timers.set('claim', command.ms, () => {
        dispatch({ type: 'claim_due' });
      });
      return;
    case 'create':
      void askToBegin(its, command).then(dispatch);
      return;
    case 'look':
      void look(its).then(dispatch);
      return;
    case 'cancel':
      void askToCancel(its).then(dispatch);
      return;
    case 'claim':
      void askToClaim(its).then(dispatch);
      return;
    case 'report':
      void report(its, command);
      return;
    case 'move':
      void moveCall(its, command.claim).then(dispatchSome(dispatch));
      return;
    case 'queue':
      void queueCall(its, command.wish).then(dispatchSome(dispatch));
      return;
  }
}

const dispatchSome =
  (dispatch: Context['dispatch']) =>
  (event: SendEvent | undefined): void => {
    if (event !== undefined) dispatch(event);
  };
