import type { TaskEvent, TaskRouterEvent } from '../../engine/events';
import type { Reservation, ReservationStatus } from '../../engine/model';
import { showReservationWithTask } from '../shapes/showReservation';
import { showTask } from '../shapes/showTask';
import { showTransfer } from '../shapes/showTransfer';
import { showWorker } from '../shapes/showWorker';
import { showWorkerChannel } from '../shapes/showWorkerChannel';
import type { Frame } from './frame';

const LIVE: readonly ReservationStatus[] = ['pending', 'accepted', 'wrapping'];

/** Which reservations of a task make their worker hear of it: the live ones, and those that ended with the task. */
const CONCERNED: Readonly<Partial<Record<TaskEvent['type'], readonly ReservationStatus[]>>> = {
  'task.updated': LIVE,
  'task.wrapup': LIVE,
  'task.completed': [...LIVE, 'completed'],
  'task.canceled': [...LIVE, 'canceled'],
};

export interface FrameSource {
  readonly accountSid: string;
  readonly reservationsOf: (workspaceSid: string, taskSid: string) => readonly Reservation[];
  /** Whether a worker has a session: nothing is written for those who have none. */
  readonly isListening: (workerSid: string) => boolean;
}

function taskFrames(source: FrameSource, event: TaskEvent): Frame[] {
  const statuses = CONCERNED[event.type];
  if (!statuses) return [];
  const workers = source
    .reservationsOf(event.workspace.sid, event.task.sid)
    .filter((reservation) => statuses.includes(reservation.reservationStatus))
    .map((reservation) => reservation.workerSid);
  return [...new Set(workers)].filter(source.isListening).map((workerSid) => ({
    workerSid,
    eventType: event.type,
    payload: showTask(source.accountSid, event),
  }));
}

/**
 * What the workers concerned hear of an event over the event bridge: their own worker, channels and reservations,
 * the tasks they hold, the transfers they started. Events the worker SDK does not know give no frame.
 */
export function framesOf(source: FrameSource, event: TaskRouterEvent): readonly Frame[] {
  const { accountSid } = source;
  const toWorker = (workerSid: string, show: () => unknown): Frame[] =>
    source.isListening(workerSid) ? [{ workerSid, eventType: event.type, payload: show() }] : [];
  switch (event.type) {
    case 'worker.activity.update':
    case 'worker.attributes.update':
      return toWorker(event.worker.sid, () => showWorker(accountSid, event.worker));
    case 'worker.capacity.update':
    case 'worker.channel.availability.update':
      return toWorker(event.worker.sid, () => showWorkerChannel(accountSid, event.workerChannel));
    case 'reservation.created':
    case 'reservation.accepted':
    case 'reservation.rejected':
    case 'reservation.timeout':
    case 'reservation.canceled':
    case 'reservation.rescinded':
    case 'reservation.wrapup':
    case 'reservation.completed':
      return toWorker(event.worker.sid, () => showReservationWithTask(accountSid, event));
    case 'task.updated':
    case 'task.wrapup':
    case 'task.completed':
    case 'task.canceled':
      return taskFrames(source, event);
    case 'task.transfer-initiated':
    case 'task.transfer-attempt-failed':
    case 'task.transfer-failed':
    case 'task.transfer-canceled':
    case 'task.transfer-completed':
      return toWorker(event.worker.sid, () => showTransfer(accountSid, event.transfer));
    default:
      return [];
  }
}
