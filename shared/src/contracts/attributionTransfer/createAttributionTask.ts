import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { ReservationSid, TaskQueueSid, TaskSid, WorkflowSid } from '../sids';
import { Attributes } from '../taskrouter/task';
import { Affiliation, Token, TransferMode } from './values';

export const createAttributionTaskContract = defineContract({
  name: 'create-attribution-task',
  method: 'POST',
  summary: 'Attributes a queue transfer: creates the one task that an agent of the chosen company accepts.',
  access: { kind: 'flex-user' },
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
