import { fail, implement, ok, type Failure } from '@patchbay/shared';
import { claimTransferContract } from '@patchbay/shared/contracts';
import type { Attempt } from '../attempt/attempt';
import { applyEvent } from '../attempts/applyEvent';
import { holdsReservation } from '../attempts/holdsReservation';
import { perform } from '../attempts/perform';
import { freshenAttempt, touchAttempt } from '../attempts/touchAttempt';
import type { AttributionPorts } from '../ports';
import { NO_ATTEMPT, NOT_HELD, requireWorker } from './requireWorker';

/** A WARM replay takes as long as B takes to answer; Flex offers a transferred call for up to two minutes. */
export const REPLAY_LEASE_MS = 150_000;

/** POST /claim-transfer: one page of A's, while A holds the call, and nobody else. */
export const claimTransfer = implement<
  AttributionPorts,
  typeof claimTransferContract.request,
  typeof claimTransferContract.response
>(claimTransferContract, async (input, ports, caller) => {
  const workerSid = requireWorker(caller);
  if (typeof workerSid !== 'string') return workerSid;
  const stored = await freshenAttempt(ports, input.taskSid);
  if (stored === undefined) return NO_ATTEMPT;
  const { transferringWorkerSid, reservationSid } = stored.value;
  if (workerSid !== transferringWorkerSid || input.reservationSid !== reservationSid) return NOT_HELD;
  if (stored.value.state === 'accepted' && (await holdsReservation(ports, stored.value)) === undefined) {
    await perform(ports, stored, { type: 'sender_left', recovering: ports.settings.disconnectRecovery });
    return NOT_HELD;
  }
  const claimed = await applyEvent(ports, stored, {
    type: 'claim',
    claimant: input.claimant,
    claimId: ports.ids.next(),
    leaseUntil: ports.clock.now() + REPLAY_LEASE_MS,
  });
  if (claimed === undefined || claimed.refusal === 'wrong_state') {
    const { value } = (await touchAttempt(ports, input.taskSid)) ?? stored;
    return notAccepted(value);
  }
  if (claimed.refusal === 'replay_claimed') return takenBy(claimed.value, ports.clock.now());
  const { id, mode, replay, receiver } = claimed.value;
  if (replay === undefined || receiver === undefined) return notAccepted(claimed.value);
  return ok({
    success: true as const,
    attemptId: id,
    claimId: replay.claimId,
    receivingWorkerSid: receiver.workerSid,
    mode,
    leaseSeconds: Math.max(0, Math.floor((replay.leaseUntil - ports.clock.now()) / 1000)),
  });
});

const notAccepted = ({ state }: Attempt): Failure =>
  fail('wrong_state', 'There is nothing to replay: no agent has accepted, or the transfer is over.', {
    details: [`state: ${state}`],
  });

const takenBy = ({ replay }: Attempt, now: number): Failure =>
  fail('replay_claimed', 'Another page of yours is carrying out this transfer.', {
    retryAfterSeconds: Math.max(1, Math.ceil(((replay?.leaseUntil ?? now) - now) / 1000)),
  });
