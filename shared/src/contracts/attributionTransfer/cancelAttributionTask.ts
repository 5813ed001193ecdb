import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { TaskSid } from '../sids';
import { AttemptState } from './values';

export const cancelAttributionTaskContract = defineContract({
  name: 'cancel-attribution-task',
  method: 'POST',
  summary: 'The transferring agent gives up waiting.',
  access: { kind: 'flex-user' },
  request: z.object({ taskSid: TaskSid }),
  response: z.object({ success: z.literal(true), state: AttemptState }),
  successes: { 200: 'No attempt is open any more.' },
  failures: ['not_found', 'reservation_not_held', 'in_flight', 'replay_claimed'],
  idempotent: true,
});
