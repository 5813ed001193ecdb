import type { Failure } from '../endpoint/result';
import { fail } from '../endpoint/result';
import { internalFailure } from './internalFailure';
import { PatchbayError } from './patchbayError';

/** What a caller is told about an error; of one that isn't ours only that there was one. */
export const failureFromError = (error: unknown): Failure =>
  error instanceof PatchbayError
    ? fail(error.code, error.message, {
        ...(error.details && { details: error.details }),
        ...(error.retryAfterSeconds !== undefined && { retryAfterSeconds: error.retryAfterSeconds }),
      })
    : internalFailure;
