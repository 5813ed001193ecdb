import * as z from 'zod/mini';
import { ActivitySid, ReservationSid, TaskSid, WorkerSid, WorkspaceSid } from '../sids';

/** How Event Streams names a TaskRouter event: this, then e.g. `reservation.accepted`. */
const TYPE_PREFIX = 'com.twilio.taskrouter.';

/** The fields we read of a TaskRouter event's payload; absent ones are left out, attributes are JSON text. */
export const TaskRouterEventPayload = z.object({
  workspace_sid: z.optional(WorkspaceSid),
  task_sid: z.optional(TaskSid),
  task_attributes: z.optional(z.string()),
  task_channel_unique_name: z.optional(z.string()),
  task_age: z.optional(z.union([z.number(), z.string()])),
  task_canceled_reason: z.optional(z.nullable(z.string())),
  reservation_sid: z.optional(ReservationSid),
  worker_sid: z.optional(WorkerSid),
  worker_name: z.optional(z.string()),
  worker_attributes: z.optional(z.string()),
  worker_activity_sid: z.optional(ActivitySid),
  task_transfer_sid: z.optional(z.nullable(z.string())),
  transfer_to: z.optional(z.nullable(z.string())),
  transfer_failed_reason: z.optional(z.nullable(z.string())),
  transfer_initiating_reservation_sid: z.optional(z.nullable(z.string())),
});
export type TaskRouterEventPayload = z.infer<typeof TaskRouterEventPayload>;

/** One TaskRouter event as an Event Streams webhook delivers it (CloudEvents 1.0, schema TaskRouter.WDSEvent/4). */
export const TaskRouterCloudEvent = z.object({
  id: z.string(),
  /** ISO 8601. */
  time: z.optional(z.string()),
  type: z.string().check(z.startsWith(TYPE_PREFIX)),
  data: z.object({ payload: TaskRouterEventPayload }),
});
export type TaskRouterCloudEvent = z.infer<typeof TaskRouterCloudEvent>;

/** `reservation.accepted` out of `com.twilio.taskrouter.reservation.accepted`. */
export const eventName = (event: TaskRouterCloudEvent): string => event.type.slice(TYPE_PREFIX.length);
