import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { TaskSid } from '../sids';
import { AttemptState, Token } from './values';

export const transferOutcomeContract = defineContract({
  name: 'transfer-outcome',
  method: 'POST',
  summary: 'The page that holds the claim says how the transfer ended.',
  access: { kind: 'flex-user' },
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
