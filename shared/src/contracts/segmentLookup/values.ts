import * as z from 'zod/mini';

/** What resumes a report that is still being computed: opaque, signed, good for its caller and its tasks only. */
export const Continuation = z
  .string()
  .check(z.regex(/^[\w.~-]{1,2048}$/, 'must be the continuation of an earlier answer, unchanged'));

/** The answer to a caller that can continue: ask the same again, with this continuation. */
export const PendingReport = z.object({ status: z.literal('pending'), continuation: Continuation });

/** True when the caller repeats the request with `continuation` as long as the answer is 202. */
export const CanContinue = z.optional(z.boolean());

/** Segment IDs in report order, none twice. */
export const SegmentIds = z.array(z.string());
