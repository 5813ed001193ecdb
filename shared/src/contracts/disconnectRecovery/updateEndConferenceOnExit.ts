import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { CallSid, ConferenceSid, TaskSid } from '../sids';
import { SUCCESS } from './values';

export const updateEndConferenceOnExitContract = defineContract({
  name: 'flex/update-end-conference-on-exit',
  method: 'POST',
  summary:
    'Says whether the call ends for everybody when a participant leaves, and makes sure that it took effect.',
  access: { kind: 'flex-user' },
  request: z.object({
    conferenceSid: ConferenceSid,
    taskSid: TaskSid,
    participantCallSid: CallSid,
    endConferenceOnExit: z.boolean(),
  }),
  response: z.object({ ...SUCCESS, endConferenceOnExit: z.boolean() }),
  successes: { 200: 'Read back from Twilio: it is so.' },
  failures: ['not_on_the_call', 'not_found', 'in_flight'],
  statusInBody: true,
  idempotent: true,
});
