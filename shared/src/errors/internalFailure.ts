import { fail } from '../endpoint/result';

/** A mistake of ours, whatever it was. */
export const internalFailure = fail(
  'internal',
  'Something went wrong on our side. The X-Correlation-Id header names this request.',
);
