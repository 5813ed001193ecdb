import * as z from 'zod/mini';
import { ReservationSid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid } from '../contracts/sids';
import type { Reservation } from '../contracts/taskrouter/reservation';
import { ReservationStatus } from '../contracts/taskrouter/reservation';
import { TaskStatus } from '../contracts/taskrouter/task';
import { readAttributes } from './attributes';
import { readBody } from './readBody';
import type { TaskSnapshot } from './taskRouterPort';

const TaskBody = z.object({
  sid: TaskSid,
  assignment_status: TaskStatus,
  attributes: z.nullish(z.string()),
  task_channel_unique_name: z.string(),
  workflow_sid: z.nullish(WorkflowSid),
  task_queue_sid: z.nullish(TaskQueueSid),
  reason: z.nullish(z.string()),
  date_created: z.string(),
});

const ReservationBody = z.object({
  sid: ReservationSid,
  task_sid: TaskSid,
  worker_sid: WorkerSid,
  worker_name: z.string(),
  reservation_status: ReservationStatus,
});

/** A task out of an answer. */
export const readTask = ({
  body,
  etag,
}: {
  readonly body: unknown;
  readonly etag?: string | undefined;
}): TaskSnapshot => {
  const task = readBody(TaskBody, body);
  return {
    sid: task.sid,
    assignmentStatus: task.assignment_status,
    attributes: readAttributes(task.attributes),
    taskChannelUniqueName: task.task_channel_unique_name,
    workflowSid: task.workflow_sid ?? undefined,
    taskQueueSid: task.task_queue_sid ?? undefined,
    reason: task.reason ?? undefined,
    dateCreated: Date.parse(task.date_created),
    version: etag,
  };
};

/** A reservation out of an answer. */
export const readReservation = ({ body }: { readonly body: unknown }): Reservation => {
  const reservation = readBody(ReservationBody, body);
  return {
    sid: reservation.sid,
    taskSid: reservation.task_sid,
    workerSid: reservation.worker_sid,
    workerName: reservation.worker_name,
    status: reservation.reservation_status,
  };
};
