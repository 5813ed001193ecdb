import type { TaskRouterEvent } from '../../taskrouter/engine';
import { enterQueue, hasPart, leaveQueue, notePart, type Journey, type Part } from './journey';
import { readAgent } from './readAgent';

type ReservationEvent = Extract<TaskRouterEvent, { type: `reservation.${string}` }>;

const partOf = ({ reservation, worker, taskQueue, at }: ReservationEvent, missed: boolean): Part => ({
  kind: 'part',
  reservationSid: reservation.sid,
  workerSid: worker.sid,
  agent: readAgent(worker),
  queue: taskQueue?.friendlyName ?? '',
  ...(missed ? { startedAt: reservation.dateCreated, missed, endedAt: at } : { startedAt: at, missed }),
});

/** A task's journey after an event about it. */
export function followTask(journey: Journey, event: TaskRouterEvent): Journey {
  switch (event.type) {
    case 'task-queue.entered':
    case 'task-queue.moved':
      return enterQueue(journey, event.taskQueue.friendlyName, event.at);
    case 'task.transfer-initiated':
      // To a queue, `task-queue.moved` follows at the same instant.
      return enterQueue(journey, event.taskQueue?.friendlyName ?? '', event.at);
    case 'task.transfer-failed':
    case 'task.transfer-canceled':
      return leaveQueue(journey, event.at);
    case 'reservation.accepted':
      return [...leaveQueue(journey, event.at), partOf(event, false)];
    case 'reservation.wrapup':
      return notePart(journey, event.reservation.sid, { wrappingAt: event.at });
    case 'reservation.completed':
      return notePart(journey, event.reservation.sid, { endedAt: event.at });
    case 'reservation.timeout':
    case 'reservation.canceled':
      return hasPart(journey, event.reservation.sid)
        ? notePart(journey, event.reservation.sid, { endedAt: event.at })
        : [...journey, partOf(event, true)];
    default:
      return journey;
  }
}
