import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { ConferenceSid, TaskSid } from '../sids';
import { MovedParticipant, SUCCESS } from './values';

export const moveConferenceParticipantsContract = defineContract({
  name: 'flex/move-conference-participants-to-new-conference',
  method: 'POST',
  summary: 'Brings everybody who is left on the old conference to where customer and agent are now.',
  access: { kind: 'flex-user' },
  request: z.object({
    /** The conference that was interrupted. */
    conferenceSid: ConferenceSid,
    /** The task of the interrupted call. */
    taskSid: TaskSid,
    /** The new conference's name: the SID of the task that brought the caller back. */
    newConferenceName: TaskSid,
  }),
  response: z.object({ ...SUCCESS, participants: z.array(MovedParticipant) }),
  successes: { 200: 'Nobody is left behind; says of each what became of it.' },
  failures: ['not_on_the_call', 'not_found', 'wrong_state', 'in_flight'],
  statusInBody: true,
  idempotent: true,
});
