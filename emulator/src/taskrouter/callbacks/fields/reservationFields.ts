import { isoDate } from '../../../kernel/paging';
import type { Reservation, Transfer } from '../../engine/model';
import type { OptionalFields } from './eventFields';

export const reservationFields = (reservation: Reservation): OptionalFields => ({
  reservation_sid: reservation.sid,
  reservation_version: reservation.version,
  reservation_timeout: reservation.reservationTimeout,
});

/** A transfer, on its own events and on those of the reservations it offers. */
export const transferFields = (transfer: Transfer): OptionalFields => ({
  task_transfer_sid: transfer.sid,
  transfer_mode: transfer.mode,
  transfer_to: transfer.to,
  transfer_type: transfer.type,
  transfer_status: transfer.status,
  transfer_started: isoDate(transfer.dateCreated),
  transfer_failed_reason: transfer.failedReason,
  transfer_initiating_reservation_sid: transfer.initiatingReservationSid,
  transfer_initiating_worker_sid: transfer.initiatingWorkerSid,
});
