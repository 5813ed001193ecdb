import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { TaskSid } from '../sids';
import { RecoveryView, SUCCESS } from './values';

export const recoveryStatusContract = defineContract({
  name: 'flex/recovery-status',
  method: 'GET',
  summary: 'What became of a call that dropped: for the page of the agent who dropped, and for supervisors.',
  access: { kind: 'flex-user' },
  request: z.object({ taskSid: TaskSid }),
  response: z.object({ ...SUCCESS, recovery: z.nullable(RecoveryView) }),
  successes: { 200: 'The recovery, or null when nobody dropped from this call.' },
  failures: ['not_on_the_call', 'in_flight'],
  statusInBody: true,
  idempotent: true,
});
