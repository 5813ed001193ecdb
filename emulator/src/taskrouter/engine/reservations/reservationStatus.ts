import { changeReservation } from '../change';
import { emitReservation } from '../emit';
import type { ReservationEvent } from '../events';
import type { Instruction, ReservationStatus } from '../model';
import type { ReservationRecord, TaskRecord } from '../records';
import type { WorkspaceState } from '../state';
import { countTask } from '../workers/capacity';

type Reached = Exclude<ReservationStatus, 'pending'>;

/** The status is `wrapping`, the event `wrapup` (event reference). */
const EVENT_OF: Readonly<Record<Reached, ReservationEvent['type']>> = {
  accepted: 'reservation.accepted',
  rejected: 'reservation.rejected',
  timeout: 'reservation.timeout',
  canceled: 'reservation.canceled',
  rescinded: 'reservation.rescinded',
  wrapping: 'reservation.wrapup',
  completed: 'reservation.completed',
};

const LIVE: ReadonlySet<ReservationStatus> = new Set(['pending', 'accepted', 'wrapping']);

/** Whether the reservation takes up capacity. */
export const isLive = ({ reservation }: ReservationRecord): boolean =>
  LIVE.has(reservation.reservationStatus);

const isAssigned = (record: ReservationRecord): boolean =>
  isLive(record) && record.reservation.reservationStatus !== 'pending';

/** The task's reservations in this status, in order of creation. */
export function inStatus(record: TaskRecord, status: ReservationStatus): ReservationRecord[] {
  return [...record.reservations.values()].filter(
    ({ reservation }) => reservation.reservationStatus === status,
  );
}

/** Moves a reservation on and counts it on the worker's channel; its task and the event are the caller's. */
export function setReservationStatus(
  state: WorkspaceState,
  record: ReservationRecord,
  reservationStatus: Reached,
  instruction: Instruction | null = record.reservation.instruction,
): void {
  record.cancelTimer();
  const wasAssigned = isAssigned(record);
  changeReservation(state, record, { reservationStatus, instruction });
  const hasEnded = !isLive(record);
  if (hasEnded) record.worker.live.delete(record);
  if (!hasEnded && wasAssigned) return;
  countTask(state, record.worker, record.task.task.taskChannelSid, {
    live: hasEnded ? -1 : 0,
    assigned: hasEnded ? (wasAssigned ? -1 : 0) : 1,
  });
}

/** Tells of the status the reservation is in now. */
export function emitReservationStatus(state: WorkspaceState, record: ReservationRecord): void {
  const { reservationStatus } = record.reservation;
  if (reservationStatus !== 'pending') emitReservation(state, record, EVENT_OF[reservationStatus]);
}

/** Moves reservations on and tells of each. */
export function endReservations(
  state: WorkspaceState,
  records: readonly ReservationRecord[],
  status: 'canceled' | 'rescinded',
): void {
  for (const record of records) {
    setReservationStatus(state, record, status);
    emitReservationStatus(state, record);
  }
}
