import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { ConferenceSid, TaskSid, WorkerSid } from '../sids';
import { LeaveIntent, SUCCESS } from './values';

export const removeWorkerFromConferenceStateContract = defineContract({
  name: 'flex/remove-worker-from-conference-state',
  method: 'POST',
  summary: 'An agent leaves the call in order: what follows is no drop.',
  access: { kind: 'flex-user' },
  request: z.object({
    conferenceSid: z.optional(ConferenceSid),
    taskSid: TaskSid,
    workerSid: WorkerSid,
    intent: z._default(LeaveIntent, 'hangup'),
  }),
  response: z.object(SUCCESS),
  successes: {
    200: 'Noted. With only the customer left the conference ends after `hangup`, whatever the page does.',
  },
  failures: ['not_on_the_call', 'not_found', 'in_flight'],
  statusInBody: true,
  idempotent: true,
});
