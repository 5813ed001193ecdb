import type { JsonObject } from '../../sync/model';
import type { Reservation, Task } from '../../taskrouter/engine';
import { isoDate } from './isoDate';
import { readAttributes } from './readAttributes';
import { ageOf, type TaskNames } from './taskRow';

/** A reservation as the table `tr-reservation` has it: what `InsightsTask` of Flex UI 2.17.1 reads. */
export const reservationRow = (
  reservation: Reservation,
  task: Task,
  { queueName, workflowName }: TaskNames,
  now: number,
): JsonObject => ({
  reservation_sid: reservation.sid,
  task_sid: task.sid,
  worker_sid: reservation.workerSid,
  workspace_sid: task.workspaceSid,
  // This table says `wrapup` where TaskRouter says `wrapping` (`InsightsTask.status` translates it back).
  status: reservation.reservationStatus === 'wrapping' ? 'wrapup' : reservation.reservationStatus,
  task_status: task.assignmentStatus,
  task_age: ageOf(task, now),
  task_priority: task.priority,
  task_routing_target: task.routingTarget,
  task_channel_unique_name: task.taskChannelUniqueName,
  queue_name: queueName,
  workflow_name: workflowName,
  attributes: readAttributes(task.attributes),
  date_created: isoDate(reservation.dateCreated),
  date_updated: isoDate(reservation.dateUpdated),
});
