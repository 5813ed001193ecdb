import {
  AttributesTooLarge,
  fail,
  implement,
  ok,
  replay,
  StoreUnavailable,
  type Failure,
  type Result,
} from '@patchbay/shared';
import { createAttributionTaskContract, type TaskSid } from '@patchbay/shared/contracts';
import { isOpen } from '../attempt/attempt';
import type { AttemptEvent } from '../attempt/event';
import { applyEvent } from '../attempts/applyEvent';
import { claimAttempt, type Claimed } from '../attempts/claimAttempt';
import { createTask } from '../attempts/createTask';
import { holdsReservation } from '../attempts/holdsReservation';
import { perform } from '../attempts/perform';
import { attributionTaskAttributes, forwardAttributes } from '../attributionTaskAttributes';
import type { AttributionPorts } from '../ports';
import { readTransferRequest, type CreateInput } from './readTransferRequest';
import { NOT_HELD, requireWorker } from './requireWorker';

interface Created {
  readonly success: true;
  readonly taskSid: TaskSid;
}
type Mine = Extract<Claimed, { kind: 'mine' }>;

/** POST /create-attribution-task. Happy cost: 2 requests to TaskRouter, 2 to the store; a repeat: 0 and 2. */
export const createAttributionTask = implement<
  AttributionPorts,
  typeof createAttributionTaskContract.request,
  typeof createAttributionTaskContract.response
>(createAttributionTaskContract, async (input, ports, caller) => {
  const workerSid = requireWorker(caller);
  if (typeof workerSid !== 'string') return workerSid;
  const request = await readTransferRequest(input, ports, workerSid);
  if ('ok' in request) return request;

  const claimed = await claimAttempt(ports, request);
  if (claimed.kind === 'refused') return claimed.failure;
  if (claimed.kind === 'replay') return replay(body(claimed.taskSid));
  return offer(input, ports, claimed);
});

/** The claim is ours: the reservation is checked, the task created, and both are recorded. */
async function offer(input: CreateInput, ports: AttributionPorts, claim: Mine): Promise<Result<Created>> {
  const attempt = claim.stored.value;
  let attributes;
  try {
    const reservation = await holdsReservation(ports, attempt);
    if (reservation === undefined) {
      await perform(
        ports,
        claim.stored,
        claim.takenOver ? GONE : { type: 'create_failed', owner: claim.owner },
      );
      return NOT_HELD;
    }
    attributes = attributionTaskAttributes(attempt, {
      transferringWorkerName: reservation.workerName,
      forwarded: forwardAttributes(
        input.taskAttributes.transfer_task.attributes,
        ports.settings.forwardedAttributes,
      ),
    });
  } catch (error) {
    await release(ports, claim);
    throw error;
  }
  const creation = await createTask(ports, attempt, attributes, claim.takenOver);
  switch (creation.kind) {
    case 'created':
      return record(ports, claim, creation.taskSid, creation.dead);
    case 'unknown':
      await applyEvent(ports, claim.stored, { ...creation, type: 'create_unknown', owner: claim.owner });
      return creation.failure;
    case 'not_created':
      await release(ports, claim);
      if (creation.error instanceof AttributesTooLarge) return TOO_LARGE;
      throw creation.error;
  }
}

async function record(
  ports: AttributionPorts,
  claim: Mine,
  taskSid: TaskSid,
  dead: boolean,
): Promise<Result<Created>> {
  const event: AttemptEvent = dead
    ? { type: 'unanswered', taskSid, because: 'no_agent' }
    : { type: 'task_created', taskSid };
  try {
    const recorded = await perform(ports, claim.stored, event);
    if (dead) return noAgent(ports);
    if (recorded === undefined || !isOpen(recorded.value)) return ENDED;
    // Somebody else's create was there first; ours has been closed as a duplicate.
    const recordedSid = recorded.value.attributionTaskSid ?? taskSid;
    return recordedSid === taskSid ? ok(body(taskSid), 201) : replay(body(recordedSid));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    // The task exists and carries the attempt's id: its first event, or a repeat of this request, records it.
    ports.log.warn('attempt_not_recorded', { attributionTaskSid: taskSid });
    return ok(body(taskSid), 201);
  }
}

/**
 * This request created nothing: the next may begin at once, or, if an earlier one may have created something, has to look
 * first. If even that can't be recorded, the lease runs out into the same.
 */
async function release(ports: AttributionPorts, { stored, owner, takenOver }: Mine): Promise<void> {
  const event: AttemptEvent = takenOver
    ? { type: 'create_unknown', owner, unsettledAt: stored.value.creation.unsettledAt }
    : { type: 'create_failed', owner };
  await perform(ports, stored, event).catch((error: unknown) => {
    if (!(error instanceof StoreUnavailable)) throw error;
    ports.log.warn('claim_not_released');
  });
}

const GONE: AttemptEvent = { type: 'failed', reason: 'reservation_lost' };

const body = (taskSid: TaskSid): Created => ({ success: true, taskSid });

const noAgent = ({ settings }: AttributionPorts): Failure =>
  fail('no_agent', 'No agent of any company can accept this transfer.', {
    details: [`fallback: ${settings.noAgentFallback}`],
  });

const ENDED = fail('wrong_state', 'The transfer was ended while it was being requested.');

const TOO_LARGE = fail(
  'attributes_too_large',
  'The forwarded attributes do not fit into the 4,096 characters of a task. Forward fewer (FORWARDED_ATTRIBUTES).',
);
