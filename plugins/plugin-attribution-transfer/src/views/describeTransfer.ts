import type { Speech } from '@patchbay/plugin-kit';
import type { End, InStage, ShownTransfer } from '../send/transfer';
import type { StringKey } from '../strings';

/** The names that a transfer's texts may need; undefined while they are being looked up. */
export interface Names {
  readonly queue: string | undefined;
  readonly worker: string | undefined;
}

/** What A reads about a transfer. */
export function describeTransfer(transfer: ShownTransfer, names: Names, say: Speech<StringKey>): string {
  const company = transfer.affiliation ?? say('PatchbayTransferSomeCompany');
  switch (transfer.stage) {
    case 'requesting':
      if (transfer.canceling) return say('PatchbayTransferCanceling');
      return say(transfer.doubts === undefined ? 'PatchbayTransferAsking' : 'PatchbayTransferAskingOn');
    case 'waiting':
      if (transfer.canceling) return say('PatchbayTransferCanceling');
      if (transfer.elsewhere === true) return say('PatchbayTransferElsewhere');
      return transfer.affiliation === undefined
        ? say('PatchbayTransferFindingAnyone')
        : say('PatchbayTransferFinding', { company });
    case 'claiming':
      return say('PatchbayTransferAccepted');
    case 'moving':
      return say('PatchbayTransferMoving', { worker: names.worker ?? say('PatchbayTransferSomeAgent') });
    case 'ended': {
      const queue = names.queue ?? say('PatchbayTransferSomeQueue');
      return say(endKey(transfer), { company, queue });
    }
  }
}

const ENDS: Readonly<Record<Exclude<End['how'], 'failed'>, StringKey>> = {
  transferred: 'PatchbayTransferDone',
  canceled: 'PatchbayTransferEndedCanceled',
  declined: 'PatchbayTransferEndedDeclined',
  expired: 'PatchbayTransferEndedExpired',
  call_ended: 'PatchbayTransferCallEnded',
  interrupted: 'PatchbayTransferEndedInterrupted',
  queued: 'PatchbayTransferEndedQueued',
};

const REASONS: Readonly<Partial<Record<string, StringKey>>> = {
  no_agent: 'PatchbayTransferEndedNoAgent',
  not_taken: 'PatchbayTransferEndedNotTaken',
  other_target_open: 'PatchbayTransferEndedOtherOpen',
  request_mismatch: 'PatchbayTransferEndedOtherOpen',
  // A may not have the call any more.
  superseded: 'PatchbayTransferEndedOver',
  not_found: 'PatchbayTransferEndedOver',
};

function endKey({ end: { how, reason }, left }: InStage<'ended'>): StringKey {
  if (how === 'canceled' && reason === 'bypassed') return 'PatchbayTransferEndedBypassed';
  if (how !== 'failed') return ENDS[how];
  return (
    REASONS[reason ?? ''] ??
    (left === undefined ? 'PatchbayTransferEndedFailed' : 'PatchbayTransferEndedOver')
  );
}
