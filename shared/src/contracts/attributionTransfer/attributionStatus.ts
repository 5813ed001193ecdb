import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { TaskQueueSid, TaskSid, WorkerSid } from '../sids';
import { AttemptState, NoAgentFallback, TransferMode } from './values';

/** An attempt as agents and supervisors see it. */
export const AttemptView = z.object({
  attemptId: z.string(),
  open: z.boolean(),
  state: AttemptState,
  /** Why it ended, e.g. `no_agent`, or Flex's own reason. */
  reason: z.nullable(z.string()),
  /** What A's page does now; only when the reason is `no_agent`. */
  fallback: z.nullable(NoAgentFallback),
  affiliation: z.string(),
  mode: TransferMode,
  targetSid: TaskQueueSid,
  /** ISO 8601: when it entered its state, and when it was asked for. */
  since: z.string(),
  requestedAt: z.string(),
  attributionTaskSid: z.nullable(TaskSid),
  transferringWorkerSid: WorkerSid,
  receivingWorkerSid: z.nullable(WorkerSid),
});
export type AttemptView = z.infer<typeof AttemptView>;

export const attributionStatusContract = defineContract({
  name: 'attribution-status',
  method: 'GET',
  summary: 'The attempt of a task: the open one, or how the last one ended.',
  access: { kind: 'flex-user' },
  request: z.object({ taskSid: TaskSid }),
  response: z.object({ success: z.literal(true), attempt: z.nullable(AttemptView) }),
  successes: { 200: 'The attempt, or null when there was none.' },
  failures: ['role_missing'],
  idempotent: true,
});
