import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { ReservationSid, TaskQueueSid, TaskSid, WorkerSid } from '../sids';
import { Attributes } from '../taskrouter/task';

export const transferTaskContract = defineContract({
  name: 'transfer-task',
  method: 'POST',
  summary: 'The receiving agent accepted the attribution task: marks the original task with its real target.',
  access: { kind: 'flex-user' },
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
