import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { ConferenceSid, TaskSid } from '../sids';
import { SUCCESS } from './values';

export const endConferenceContract = defineContract({
  name: 'flex/end-conference',
  method: 'POST',
  summary: 'Ends the call for everybody.',
  access: { kind: 'flex-user' },
  request: z.object({ conferenceSid: ConferenceSid, taskSid: TaskSid }),
  response: z.object(SUCCESS),
  successes: { 200: 'The conference has ended, now or before.' },
  failures: ['not_on_the_call', 'not_found', 'in_flight'],
  statusInBody: true,
  idempotent: true,
});
