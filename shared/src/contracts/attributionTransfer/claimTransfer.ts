import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { ReservationSid, TaskSid, WorkerSid } from '../sids';
import { Token, TransferMode } from './values';

export const claimTransferContract = defineContract({
  name: 'claim-transfer',
  method: 'POST',
  summary: 'The transferring page takes the right to replay the transfer; one page at a time.',
  access: { kind: 'flex-user' },
  request: z.object({
    taskSid: TaskSid,
    reservationSid: ReservationSid,
    /** Names the page: the same page asking again gets the same claim. */
    claimant: Token,
  }),
  response: z.object({
    success: z.literal(true),
    attemptId: z.string(),
    claimId: z.string(),
    receivingWorkerSid: WorkerSid,
    mode: TransferMode,
    leaseSeconds: z.number(),
  }),
  successes: { 200: 'This page holds the claim.' },
  failures: ['not_found', 'reservation_not_held', 'replay_claimed', 'wrong_state'],
  idempotent: true,
});
