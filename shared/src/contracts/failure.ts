import * as z from 'zod/mini';

/**
 * Every way in which an endpoint of ours can fail: the stable code and its HTTP status.
 * Plugins branch on the code; the text may change.
 */
export const FAILURE_STATUS = {
  malformed_body: 400,
  validation_failed: 400,
  continuation_refused: 400,
  batch_unavailable: 400,
  token_missing: 401,
  token_refused: 401,
  credentials_refused: 401,
  signature_refused: 403,
  role_missing: 403,
  reservation_not_held: 403,
  not_on_the_call: 403,
  workflow_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  in_flight: 409,
  other_target_open: 409,
  other_task_recorded: 409,
  wrong_state: 409,
  replay_claimed: 409,
  attributes_too_large: 413,
  request_mismatch: 422,
  not_transferable: 422,
  no_agent: 422,
  throttled: 429,
  configuration_missing: 500,
  twilio_refused: 500,
  internal: 500,
  insights_refused: 502,
  report_failed: 502,
  identity_unavailable: 503,
  store_unavailable: 503,
  twilio_unavailable: 503,
  insights_unavailable: 503,
  deadline_exceeded: 504,
  report_timeout: 504,
} as const;

export type FailureCode = keyof typeof FAILURE_STATUS;

const codes = Object.keys(FAILURE_STATUS) as [FailureCode, ...FailureCode[]];

/** The body of every answer that is not a success. */
export const FailureBody = z.object({
  success: z.literal(false),
  error: z.string(),
  code: z.enum(codes),
  /** Null where callers of old expect the field with nothing in it. */
  details: z.nullish(z.array(z.string())),
  /** What often helps, for people. */
  hint: z.optional(z.string()),
  /** The HTTP status again, where the contract says so. */
  status: z.optional(z.number()),
});
export type FailureBody = z.infer<typeof FailureBody>;
