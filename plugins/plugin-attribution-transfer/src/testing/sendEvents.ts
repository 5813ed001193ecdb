import type { AttemptState, AttemptView } from '@patchbay/shared/contracts';
import { attemptView, NOON } from './attempt';
import { queueSid, workerSid } from './sids';
import type { SendCommand } from '../send/command';
import type { EventOf, SendEvent } from '../send/event';
import type { Claim, Transfer } from '../send/transfer';
import { transition } from '../send/transition';

export const wish = { targetSid: queueSid('Billing'), mode: 'COLD' } as const;
export const asked: EventOf<'asked'> = { type: 'asked', wish, key: 'click-1', now: NOON };
export const bob = workerSid('bob');
export const carol = workerSid('carol');
export const claim: Claim = { claimId: 'claim-1', receiver: bob, mode: 'COLD' };
export const looked = (
  attempt: Partial<AttemptView> | null,
  { isWithdrawn = false } = {},
): EventOf<'looked'> => ({
  type: 'looked',
  attempt: attempt === null ? null : attemptView(attempt),
  isWithdrawn,
  now: NOON,
});
export const reported = (state: AttemptState): EventOf<'reported'> => ({
  type: 'reported',
  claimId: 'claim-1',
  state,
});
export const notTaken: SendEvent = { type: 'transfer_ended', how: 'failed', to: bob };
export const marked: SendEvent = { type: 'marked', attemptId: 'attempt-1', receiver: bob };
export const waitingOwn: readonly SendEvent[] = [asked, { type: 'created' }, looked({ state: 'offered' })];
export const moving: readonly SendEvent[] = [
  ...waitingOwn,
  { type: 'marked', attemptId: 'attempt-1', receiver: bob },
  { type: 'claimed', claim, underway: false },
];

/** What a sequence of events led to, and what its last one asked for. */
export function after(...events: readonly SendEvent[]) {
  let transfer: Transfer | undefined;
  let commands: readonly SendCommand[] = [];
  for (const event of events) ({ state: transfer, commands } = transition(transfer, event));
  return { transfer, stage: transfer?.stage, commands, told: told(commands) };
}

export const told = (commands: readonly SendCommand[]): readonly string[] =>
  commands.flatMap((command) => (command.kind === 'tell' ? [command.what] : []));

export const endOf = (transfer: Transfer | undefined) =>
  transfer?.stage === 'ended' ? transfer.end : undefined;
