import type { SendCommand } from './command';
import type { About, End, InStage, Transfer } from './transfer';

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
export function finish(transfer: Transfer, end: End, ...commands: readonly SendCommand[]): Step {
  const told: SendCommand = { kind: 'tell', what: end.how };
  // Nobody can see what is shown beside a task that is gone.
  const ended: Transfer | undefined =
    transfer.left === 'task' ? undefined : { ...aboutOf(transfer), stage: 'ended', end };
  return go(ended, ...commands, told);
}

/** What a transfer keeps from stage to stage. */
export const aboutOf = ({ targetSid, mode, since, own, affiliation, attemptId, left }: About): About => ({
  targetSid,
  mode,
  since,
  own,
  affiliation,
  attemptId,
  left,
});

/** The same transfer, waiting for an agent. */
export const waiting = (
  transfer: About,
  also: Partial<Pick<InStage<'waiting'>, 'canceling' | 'elsewhere' | 'denied'>> = {},
): InStage<'waiting'> => ({ ...aboutOf(transfer), stage: 'waiting', canceling: false, ...also });
