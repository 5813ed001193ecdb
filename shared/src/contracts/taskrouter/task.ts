import * as z from 'zod/mini';
import { TaskSid, TaskQueueSid, WorkflowSid } from '../sids';

/** Longest `attributes` of a task or worker, in characters of its JSON text (Twilio: TaskRouter limits). */
export const MAX_ATTRIBUTES_LENGTH = 4096;

/** Where a task is in its life (Twilio: Lifecycle of a Task). */
export const TaskStatus = z.enum(['pending', 'reserved', 'assigned', 'wrapping', 'completed', 'canceled']);
export type TaskStatus = z.infer<typeof TaskStatus>;

/** What a task or worker carries: a JSON object whose shape is up to the contact centre. */
export const Attributes = z.looseObject({});
export type Attributes = z.infer<typeof Attributes>;

/** A task as our services see it. */
export const Task = z.object({
  sid: TaskSid,
  status: TaskStatus,
  attributes: Attributes,
  taskChannelUniqueName: z.string(),
  workflowSid: z.nullable(WorkflowSid),
  taskQueueSid: z.nullable(TaskQueueSid),
  reason: z.nullable(z.string()),
});
export type Task = z.infer<typeof Task>;

/** True once nothing can happen to the task any more. */
export const isFinished = (status: TaskStatus): boolean => status === 'completed' || status === 'canceled';
