import * as z from 'zod/mini';
import { ReservationSid, TaskSid, WorkerSid } from '../sids';

/** Where a reservation is in its life (Twilio: Reservation resource). */
export const ReservationStatus = z.enum([
  'pending',
  'accepted',
  'rejected',
  'timeout',
  'canceled',
  'rescinded',
  'wrapping',
  'completed',
]);
export type ReservationStatus = z.infer<typeof ReservationStatus>;

/** One offer of one task to one worker. */
export const Reservation = z.object({
  sid: ReservationSid,
  taskSid: TaskSid,
  workerSid: WorkerSid,
  workerName: z.string(),
  status: ReservationStatus,
});
export type Reservation = z.infer<typeof Reservation>;
