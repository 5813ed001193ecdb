import type { Reservation, Transfer } from '../../engine/model';
import { epochSeconds } from './epochSeconds';
import { showTask, type TaskPicture } from './showTask';
import { showTransfer } from './showTransfer';

/**
 * A reservation as the answer to a POST on it. It carries neither `task` nor `task_transfer`: the SDK (2.1.1) reads
 * such an answer without its task and throws "Cannot set properties of null" when it finds a transfer to attach.
 */
export const showReservation = (accountSid: string, reservation: Reservation) => ({
  account_sid: accountSid,
  date_created: epochSeconds(reservation.dateCreated),
  date_updated: epochSeconds(reservation.dateUpdated),
  reservation_status: reservation.reservationStatus,
  reservation_timeout: reservation.reservationTimeout,
  sid: reservation.sid,
  task_sid: reservation.taskSid,
  version: reservation.version,
  worker_name: reservation.workerName,
  worker_sid: reservation.workerSid,
  workspace_sid: reservation.workspaceSid,
});

export interface ReservationPicture extends TaskPicture {
  readonly reservation: Reservation;
  /** The transfer that offered the reservation. */
  readonly transfer: Transfer | null;
  /** The transfer started from the reservation that is still under way. */
  readonly outgoing?: Transfer | undefined;
}

/**
 * A reservation with its task and transfers, as events, fetches and lists show it. Absent transfers are left out,
 * never null: the SDK would build one from null.
 */
export const showReservationWithTask = (accountSid: string, picture: ReservationPicture) => ({
  ...showReservation(accountSid, picture.reservation),
  task: showTask(accountSid, picture),
  ...(picture.transfer && { task_transfer: showTransfer(accountSid, picture.transfer) }),
  ...(picture.outgoing && { active_outgoing_task_transfer: showTransfer(accountSid, picture.outgoing) }),
});
