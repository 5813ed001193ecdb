import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { SUCCESS } from './values';

export const reconcileContract = defineContract({
  name: 'reconcile',
  method: 'POST',
  summary: 'Resumes what is stuck. Call it every minute, with an empty JSON object.',
  access: { kind: 'secret', setting: 'RECONCILE_SECRET' },
  request: z.object({}),
  response: z.object({
    ...SUCCESS,
    /** Recoveries that were looked at. */
    looked: z.number(),
    /** Of those, the ones that could not be helped this time. */
    failed: z.number(),
    /** Recoveries left for the next call, because this one's time was over. */
    left: z.number(),
  }),
  successes: { 200: 'Every recovery in progress was looked at, or time was over.' },
  failures: [],
  statusInBody: true,
  idempotent: true,
});
