import { changeTask, changeWorker } from '../change';
import { emitReservation } from '../emit';
import { RESERVATION_TIMEOUT_DEFAULT_S } from '../limits';
import type { Reservation } from '../model';
import type { ReservationRecord, TaskRecord, WorkerRecord } from '../records';
import type { Placement } from '../routing/placement';
import { withdraw } from '../routing/withdraw';
import { later, nextSequence, type WorkspaceState } from '../state';
import { countTask } from '../workers/capacity';
import { expireReservation } from './declineReservation';

/** Offers a waiting task to the chosen workers at the same time: one transition to reserved. */
export function openReservations(
  state: WorkspaceState,
  placement: Placement,
  workers: readonly WorkerRecord[],
): void {
  const { record } = placement;
  withdraw(record);
  if (record.task.assignmentStatus === 'pending') {
    record.assignments += 1;
    changeTask(state, record, { assignmentStatus: 'reserved' });
  }
  for (const worker of workers) emitReservation(state, open(state, placement, worker), 'reservation.created');
}

function open(state: WorkspaceState, placement: Placement, worker: WorkerRecord): ReservationRecord {
  const { record: task, route } = placement;
  const reservationTimeout = timeoutOf(state, task);
  const record: ReservationRecord = {
    reservation: describe(state, task, worker, route.transferSid, reservationTimeout),
    task,
    worker,
    placement,
    cancelTimer: () => undefined,
  };
  record.cancelTimer = later(state, reservationTimeout * 1000, () => {
    expireReservation(state, record);
  });
  task.reservations.set(record.reservation.sid, record);
  state.reservations.set(record.reservation.sid, record);
  worker.reservations.set(record.reservation.sid, record);
  // The worker SDK (2.1.1) counts a new reservation as a version of its worker; the end of one it doesn't.
  changeWorker(state, worker, {});
  worker.live.add(record);
  worker.lastReserved = nextSequence(state);
  const channel = worker.channels.get(task.task.taskChannelSid);
  if (channel) channel.lastReserved = worker.lastReserved;
  countTask(state, worker, task.task.taskChannelSid, { live: 1, assigned: 0 });
  return record;
}

function describe(
  state: WorkspaceState,
  { task }: TaskRecord,
  { worker }: WorkerRecord,
  transferSid: string | null,
  reservationTimeout: number,
): Reservation {
  const now = state.engine.clock.now();
  return {
    sid: state.engine.random.sid('WR'),
    workspaceSid: state.workspace.sid,
    dateCreated: now,
    dateUpdated: now,
    taskSid: task.sid,
    workerSid: worker.sid,
    workerName: worker.friendlyName,
    reservationStatus: 'pending',
    reservationTimeout,
    transferSid,
    instruction: null,
    version: 0,
  };
}

function timeoutOf(state: WorkspaceState, { task }: TaskRecord): number {
  const workflow = task.workflowSid ? state.workflows.get(task.workflowSid)?.workflow : undefined;
  return workflow?.taskReservationTimeout ?? RESERVATION_TIMEOUT_DEFAULT_S;
}
