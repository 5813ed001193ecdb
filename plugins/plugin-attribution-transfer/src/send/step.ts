import type { SendCommand } from './command';
import type { About, End, InStage, ShownTransfer, Transfer } from './transfer';

/** What an event led to; no transfer when there is nothing more to show. */
export interface Step {
  readonly state: Transfer | undefined;
  readonly commands: readonly SendCommand[];
}

/** The transfer goes on, or stays as it is. */
export const go = (state: Transfer | undefined, ...commands: readonly SendCommand[]): Step => ({
  state,
  commands,
});

/** The transfer is over; `commands` come before A is told. */
export function finish(transfer: ShownTransfer, end: End, ...commands: readonly SendCommand[]): Step {
  // Nobody can see what is shown beside a task that is gone.
  const ended: Transfer | undefined =
    transfer.left === 'task' ? undefined : { ...aboutOf(transfer), stage: 'ended', end };
  return go(ended, ...commands, { kind: 'tell', what: end.how });
}

/** What a transfer keeps from stage to stage. */
export const aboutOf = (about: About): About => {
  const { targetSid, mode, since, own, affiliation, attemptId, receiver, left, bypassed } = about;
  return { targetSid, mode, since, own, affiliation, attemptId, receiver, left, bypassed };
};

/** The same transfer, waiting for an agent. */
export const waiting = (
  transfer: About,
  also: Partial<Pick<InStage<'waiting'>, 'canceling' | 'elsewhere' | 'denied'>> = {},
): InStage<'waiting'> => ({ ...aboutOf(transfer), stage: 'waiting', canceling: false, ...also });

/** Nobody wants the transfer any more. */
export const takeBack = (transfer: About): Step =>
  go(waiting(transfer, { canceling: true }), { kind: 'cancel' });

/** How a transfer ends that is given up, by A or because A has not got the call any more. */
export const givenUp = ({ left, bypassed }: About): End => {
  if (bypassed === true) return { how: 'canceled', reason: 'bypassed' };
  return { how: left === undefined ? 'canceled' : 'call_ended' };
};

/** Over, and still to be asked about. */
export const asking = (state: Transfer | undefined): Transfer | undefined =>
  state?.stage === 'ended' ? { ...state, asking: true } : state;
