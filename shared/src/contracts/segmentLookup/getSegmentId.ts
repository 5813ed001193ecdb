import * as z from 'zod/mini';
import { defineContract } from '../contract';
import { TaskSid } from '../sids';
import { publishedFailures } from './published';
import { CanContinue, Continuation, PendingReport, SegmentIds } from './values';

export const getSegmentIdContract = defineContract({
  name: 'get-segment-id',
  method: 'GET',
  summary: 'The Flex Insights segment IDs of a task.',
  access: { kind: 'flex-user', handsOnToken: true },
  request: z.object({
    TaskSid,
    canContinue: CanContinue,
    continuation: z.optional(Continuation),
  }),
  response: z.union([z.object({ segment_ids: SegmentIds }), PendingReport]),
  successes: {
    200: 'The segment IDs in report order; an empty list when the report has none.',
    202: 'Still computing, for callers that can continue: repeat with `continuation`.',
  },
  failures: [
    'role_missing',
    'not_found',
    'continuation_refused',
    'insights_refused',
    'report_failed',
    'insights_unavailable',
    'report_timeout',
  ],
  published: publishedFailures,
  idempotent: true,
});
