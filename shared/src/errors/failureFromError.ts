import type { Failure } from '../endpoint/result';
import { fail } from '../endpoint/result';
import { PatchbayError } from './patchbayError';

/** What a caller is told about an error; of one that isn't ours only that there was one. */
export const failureFromError = (error: unknown): Failure =>
  error instanceof PatchbayError
    ? fail(error.code, error.message, {
        ...(error.details && { details: error.details }),
        ...(error.retryAfterSeconds !== undefined && { retryAfterSeconds: error.retryAfterSeconds }),
      })
    : fail('internal', 'Something went wrong on our side. The X-Correlation-Id header names this request.');
