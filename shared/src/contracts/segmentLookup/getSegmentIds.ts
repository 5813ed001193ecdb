import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { TaskSid } from '../sids';
import { publishedFailures } from './published';
import { CanContinue, Continuation, PendingReport, SegmentIds } from './values';

const MOST_TASKS = 100;

export const getSegmentIdsContract = defineContract({
  name: 'get-segment-ids',
  method: 'POST',
  summary: 'The Flex Insights segment IDs of up to 100 tasks, by one report.',
  access: { kind: 'flex-user', handsOnToken: true },
  request: z.object({
    TaskSids: z.array(TaskSid).check(z.minLength(1), z.maxLength(MOST_TASKS)),
    canContinue: CanContinue,
    continuation: z.optional(Continuation),
  }),
  response: z.union([
    z.object({
      /** One per task asked for, in their order. `found` is false for one that Insights does not know (yet). */
      tasks: z.array(z.object({ TaskSid, found: z.boolean(), segment_ids: SegmentIds })),
    }),
    PendingReport,
  ]),
  successes: {
    200: 'For each task its segment IDs.',
    202: 'Still computing, for callers that can continue: repeat with `continuation`.',
  },
  failures: [
    'role_missing',
    'batch_unavailable',
    'continuation_refused',
    'insights_refused',
    'report_failed',
    'insights_unavailable',
    'report_timeout',
  ],
  published: publishedFailures,
  idempotent: true,
});
