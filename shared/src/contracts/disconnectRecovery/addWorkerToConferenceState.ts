import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { CallSid, ConferenceSid, ReservationSid, TaskSid, WorkerSid, WorkflowSid } from '../sids';
import { Attributes } from '../taskrouter/task';
import { SUCCESS, WorkerName, WorkerPhone } from './values';

export const addWorkerToConferenceStateContract = defineContract({
  name: 'flex/add-worker-to-conference-state',
  method: 'POST',
  summary: 'Registers an agent on a call: if this agent drops, the caller is brought back.',
  access: { kind: 'flex-user' },
  request: z.object({
    conferenceSid: ConferenceSid,
    taskSid: TaskSid,
    /** Taken for the sake of older callers; nothing of it is kept. */
    taskAttributes: z.optional(Attributes),
    /** Where the caller is enqueued again; a configured workflow when absent. */
    taskWorkflowSid: z.optional(WorkflowSid),
    customerCallSid: z.optional(CallSid),
    workerSid: WorkerSid,
    workerReservationSid: ReservationSid,
    workerCallSid: CallSid,
    workerName: WorkerName,
    /** Looked up when absent. */
    workerPhone: z.optional(WorkerPhone),
  }),
  response: z.object(SUCCESS),
  successes: { 200: 'The agent is registered, now or before.' },
  failures: ['not_on_the_call', 'in_flight'],
  statusInBody: true,
  idempotent: true,
});
