import * as z from 'zod/mini';
import { defineContract } from './contract';
import { ReservationSid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid } from './sids';
import { Attributes } from './taskrouter/task';

/** How Flex moves a call: WARM keeps the transferring agent on the line until the receiver is there, COLD does not. */
export const TransferMode = z.enum(['WARM', 'COLD']);
export type TransferMode = z.infer<typeof TransferMode>;

/** Names an outsourcing company in worker attributes, queues and workflow filters. */
export const Affiliation = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be 1 to 64 letters, digits, _ or -'));

const Token = z.string().check(z.regex(/^[\w.:-]{8,128}$/, 'must be 8 to 128 letters, digits, _ . : or -'));

/** Where an attempt is: five open states, then one of seven ends. */
export const AttemptState = z.enum([
  'requested',
  'offered',
  'accepted',
  'claimed',
  'transferred',
  'canceled',
  'expired',
  'declined',
  'failed',
  'call_ended',
  'interrupted',
]);
export type AttemptState = z.infer<typeof AttemptState>;

/** What A's page does when no agent of any company could ever take the call. */
export const NoAgentFallback = z.enum(['plain_transfer', 'refuse']);
export type NoAgentFallback = z.infer<typeof NoAgentFallback>;

const access = { kind: 'flex-user' } as const;

export const createAttributionTaskContract = defineContract({
  name: 'create-attribution-task',
  method: 'POST',
  summary: 'Attributes a queue transfer: creates the one task that an agent of the chosen company accepts.',
  access,
  request: z.object({
    workflowSid: z.optional(WorkflowSid),
    taskAttributes: z.object({
      affiliation: z.optional(Affiliation),
      transfer_task: z.object({
        /** What Flex calls `task.sid`: the reservation. Older callers send the task's SID here. */
        sid: z.union([ReservationSid, TaskSid]),
        taskSid: TaskSid,
        attributes: Attributes,
        targetSid: TaskQueueSid,
      }),
    }),
    mode: z._default(TransferMode, 'WARM'),
    /** One per click: a late duplicate of a click that has ended starts nothing new. */
    idempotencyKey: z.optional(Token),
  }),
  response: z.object({ success: z.literal(true), taskSid: TaskSid }),
  successes: {
    200: 'The answer an identical request already got.',
    201: 'The attribution task was created.',
  },
  failures: [
    'in_flight',
    'other_target_open',
    'wrong_state',
    'request_mismatch',
    'reservation_not_held',
    'workflow_not_allowed',
    'not_transferable',
    'attributes_too_large',
    'no_agent',
  ],
  idempotent: true,
});

export const transferTaskContract = defineContract({
  name: 'transfer-task',
  method: 'POST',
  summary: 'The receiving agent accepted the attribution task: marks the original task with its real target.',
  access,
  request: z.object({
    attributionTaskSid: z.union([TaskSid, ReservationSid]),
    receivingWorkerSid: WorkerSid,
    transfer_task: z.object({
      taskSid: TaskSid,
      attributes: z.optional(Attributes),
      targetSid: TaskQueueSid,
    }),
  }),
  response: z.object({ success: z.literal(true), updated: z.boolean(), taskSid: TaskSid }),
  successes: { 200: 'The original task names the receiving agent.' },
  failures: [
    'not_found',
    'reservation_not_held',
    'other_task_recorded',
    'wrong_state',
    'not_transferable',
    'attributes_too_large',
  ],
  idempotent: true,
});

export const claimTransferContract = defineContract({
  name: 'claim-transfer',
  method: 'POST',
  summary: 'The transferring page takes the right to replay the transfer; one page at a time.',
  access,
  request: z.object({
    taskSid: TaskSid,
    reservationSid: ReservationSid,
    /** Names the page: the same page asking again gets the same claim. */
    claimant: Token,
  }),
  response: z.object({
    success: z.literal(true),
    attemptId: z.string(),
    claimId: z.string(),
    receivingWorkerSid: WorkerSid,
    mode: TransferMode,
    leaseSeconds: z.number(),
  }),
  successes: { 200: 'This page holds the claim.' },
  failures: ['not_found', 'reservation_not_held', 'replay_claimed', 'wrong_state'],
  idempotent: true,
});

export const transferOutcomeContract = defineContract({
  name: 'transfer-outcome',
  method: 'POST',
  summary: 'The page that holds the claim says how the transfer ended.',
  access,
  request: z.object({
    taskSid: TaskSid,
    claimId: Token,
    outcome: z.enum(['transferred', 'failed']),
    reason: z.optional(z.string().check(z.maxLength(200))),
  }),
  response: z.object({ success: z.literal(true), state: AttemptState }),
  successes: { 200: 'The attempt has ended.' },
  failures: ['not_found', 'reservation_not_held', 'wrong_state'],
  idempotent: true,
});

export const cancelAttributionTaskContract = defineContract({
  name: 'cancel-attribution-task',
  method: 'POST',
  summary: 'The transferring agent gives up waiting.',
  access,
  request: z.object({ taskSid: TaskSid }),
  response: z.object({ success: z.literal(true), state: AttemptState }),
  successes: { 200: 'No attempt is open any more.' },
  failures: ['not_found', 'reservation_not_held', 'in_flight', 'replay_claimed'],
  idempotent: true,
});

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
  access,
  request: z.object({ taskSid: TaskSid }),
  response: z.object({ success: z.literal(true), attempt: z.nullable(AttemptView) }),
  successes: { 200: 'The attempt, or null when there was none.' },
  failures: ['role_missing'],
  idempotent: true,
});

export const attributionTaskEventsContract = defineContract({
  name: 'attribution-task-events',
  method: 'POST',
  summary: 'TaskRouter events from an Event Streams webhook sink.',
  access: { kind: 'twilio-basic-auth' },
  request: z.object({ events: z.array(z.unknown()) }),
  response: z.object({
    success: z.literal(true),
    handled: z.number(),
    ignored: z.number(),
    parked: z.number(),
  }),
  successes: { 200: 'Every event was handled, ignored or parked; none needs to come again.' },
  failures: [],
  idempotent: true,
});

export const attributionTransferContracts = [
  createAttributionTaskContract,
  transferTaskContract,
  claimTransferContract,
  transferOutcomeContract,
  cancelAttributionTaskContract,
  attributionStatusContract,
  attributionTaskEventsContract,
] as const;
