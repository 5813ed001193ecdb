import type { ActivitySid, WorkerSid } from '../contracts/sids';
import type { Reservation, ReservationStatus } from '../contracts/taskrouter/reservation';
import type { Attributes } from '../contracts/taskrouter/task';

/** An agent as TaskRouter's REST API gives it. */
export interface WorkerSnapshot {
  readonly sid: WorkerSid;
  readonly activitySid: ActivitySid;
  /** Whether that activity takes tasks. */
  readonly available: boolean;
  /** Undefined when they are not a JSON object. */
  readonly attributes: Attributes | undefined;
}

/**
 * What our services ask of TaskRouter about agents, in one workspace. Someone missing is `undefined`; everything else that
 * goes wrong is thrown: UpstreamError or DeadlineExceeded.
 */
export interface WorkersPort {
  /** 1 read. */
  fetchWorker(workerSid: WorkerSid): Promise<WorkerSnapshot | undefined>;
  /** 1 write. False when the worker is gone. */
  setActivity(workerSid: WorkerSid, activitySid: ActivitySid): Promise<boolean>;
  /** The activities that take tasks. 1 read per process: what an activity is can't be changed (Twilio: Activity resource). */
  listAvailableActivities(): Promise<readonly ActivitySid[]>;
  /** 1 read: where TaskRouter itself puts a worker who does not answer. */
  fetchTimeoutActivity(): Promise<ActivitySid | undefined>;
  /** 1 read per 50 reservations, none for a worker who is gone. */
  listReservations(workerSid: WorkerSid, status: ReservationStatus): Promise<readonly Reservation[]>;
}
