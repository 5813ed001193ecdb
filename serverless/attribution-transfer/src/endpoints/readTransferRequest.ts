import type * as z from 'zod/mini';
import { fail, fingerprint, type Failure } from '@patchbay/shared';
import {
  ReservationSid,
  type createAttributionTaskContract,
  type WorkerSid,
} from '@patchbay/shared/contracts';
import { chooseAffiliation } from '../affiliation';
import type { AttemptRequest } from '../attempt/start';
import type { AttributionPorts } from '../ports';
import { NOT_HELD } from './requireWorker';

export type CreateInput = z.infer<typeof createAttributionTaskContract.request>;

/**
 * The request as the attempt records it, or why it can't be one. Asks TaskRouter only for older callers, who name the
 * task in place of their reservation.
 */
export async function readTransferRequest(
  input: CreateInput,
  ports: AttributionPorts,
  workerSid: WorkerSid,
): Promise<AttemptRequest | Failure> {
  const { workflowSid, mode, idempotencyKey, taskAttributes } = input;
  const { affiliation, transfer_task: transfer } = taskAttributes;
  if (workflowSid !== undefined && workflowSid !== ports.settings.workflowSid) {
    return fail(
      'workflow_not_allowed',
      'Attribution tasks go to the configured workflow only. Leave workflowSid out.',
    );
  }
  if (!looksLikeCall(transfer.attributes)) {
    return fail('not_transferable', 'Only a call that is in progress can be transferred this way.');
  }
  const reservationSid = await reservationOf(transfer, ports, workerSid);
  if (reservationSid === undefined) return NOT_HELD;

  const id = ports.ids.next();
  const { taskSid, targetSid } = transfer;
  return {
    id,
    originalTaskSid: taskSid,
    targetSid,
    reservationSid,
    transferringWorkerSid: workerSid,
    mode,
    affiliation: affiliation ?? chooseAffiliation(ports.settings.affiliations, id),
    // Not the attribute snapshot: it may change between two clicks that mean the same.
    fingerprint: fingerprint({ taskSid, targetSid, reservationSid, mode, affiliation }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
}

/**
 * What the page shows of the task is enough to turn chats away without another request to TaskRouter; that the original
 * really is a call is checked against the task itself before anything is written to it.
 */
const looksLikeCall = (attributes: CreateInput['taskAttributes']['transfer_task']['attributes']): boolean =>
  ['call_sid', 'conference'].some((name) => attributes[name] !== undefined && attributes[name] !== null);

async function reservationOf(
  { sid, taskSid }: CreateInput['taskAttributes']['transfer_task'],
  ports: AttributionPorts,
  workerSid: WorkerSid,
): Promise<ReservationSid | undefined> {
  const reservation = ReservationSid.safeParse(sid);
  if (reservation.success) return reservation.data;
  const [accepted] = await ports.taskRouter.listReservations(taskSid, { status: 'accepted', workerSid });
  return accepted?.sid;
}
