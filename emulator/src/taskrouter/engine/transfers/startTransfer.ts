import { invalid } from '../../../kernel/twilioError';
import { parseAttributes, type Attributes } from '../attributes';
import { changeTask } from '../change';
import { emitTask, emitTransfer } from '../emit';
import { findOr404 } from '../lookup';
import type { Transfer } from '../model';
import type { TransferInput } from '../operations';
import type { TaskRecord } from '../records';
import { stamp } from '../resources/stamp';
import { place } from '../routing/place';
import { queueStep, workerStep } from '../routing/plan';
import type { WorkspaceState } from '../state';
import { priorityOf } from '../tasks/createTask';
import { initiatedTransfer } from './endTransfer';

/** Starts to transfer a task: the same task is offered once more, to a worker or through a queue. */
export function startTransfer(state: WorkspaceState, input: TransferInput): Transfer {
  const record = findOr404(state, state.tasks, 'Tasks', input.taskSid);
  const type = targetType(state, input);
  checkInitiator(record, input);
  const { task } = record;
  const change = changeOf(state, record, input);
  const transfer: Transfer = {
    ...stamp(state, 'TT'),
    taskSid: task.sid,
    mode: input.mode,
    type,
    to: input.to,
    status: 'initiated',
    failedReason: null,
    initiatingReservationSid: input.reservationSid,
    initiatingWorkerSid: input.workerSid,
    initiatingQueueSid: task.taskQueueSid,
    initiatingWorkflowSid: task.workflowSid,
  };
  record.transfers.set(transfer.sid, transfer);
  state.transferTasks.set(transfer.sid, task.sid);
  if (change) {
    changeTask(state, record, change);
    if (change.attributes !== undefined) record.attributes = parseAttributes(change.attributes);
    emitTask(state, record, 'task.updated');
  }
  emitTransfer(state, record, transfer, 'task.transfer-initiated');
  place(state, record, {
    from: 0,
    route: {
      steps: [type === 'QUEUE' ? queueStep(input.to) : workerStep(input.to, false)],
      since: transfer.dateCreated,
      transferSid: transfer.sid,
      excludedWorkerSid: type === 'QUEUE' ? input.workerSid : null,
    },
  });
  return transfer;
}

function targetType(state: WorkspaceState, { to, workerSid }: TransferInput): Transfer['type'] {
  if (state.queues.has(to)) return 'QUEUE';
  if (!state.workers.has(to)) throw invalid(`Cannot transfer to ${to}: no such worker or task queue`);
  if (to === workerSid) throw invalid('Cannot transfer a task to the worker who has it');
  return 'WORKER';
}

function checkInitiator(record: TaskRecord, { reservationSid, workerSid }: TransferInput): void {
  const reservation = record.reservations.get(reservationSid)?.reservation;
  if (!reservation || reservation.workerSid !== workerSid) {
    throw invalid(`Reservation ${reservationSid} of task ${record.task.sid} is not the worker's`);
  }
  if (reservation.reservationStatus !== 'accepted') {
    throw invalid(`Cannot transfer task ${record.task.sid}: reservation ${reservationSid} is not accepted`);
  }
  if (initiatedTransfer(record)) throw invalid(`Task ${record.task.sid} is already being transferred`);
}

/** What the transfer's options change about the task. */
function changeOf(
  state: WorkspaceState,
  record: TaskRecord,
  { attributes, priority }: TransferInput,
): { attributes?: string; priority?: number } | null {
  if (attributes === undefined && priority === undefined) return null;
  return {
    ...(attributes === undefined ? {} : { attributes: combine(state, record.attributes, attributes) }),
    ...(priority === undefined ? {} : { priority: priorityOf(priority) }),
  };
}

function combine(state: WorkspaceState, old: Attributes, text: string): string {
  const given = parseAttributes(text);
  const combined = state.engine.transferAttributes === 'merge' ? JSON.stringify({ ...old, ...given }) : text;
  parseAttributes(combined);
  return combined;
}
