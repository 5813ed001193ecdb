import type { FailureCode } from '../contracts/failure';

export interface ErrorDetails {
  readonly cause?: unknown;
  /** Readable sentences that may be shown to the caller. */
  readonly details?: readonly string[];
  /** Whole seconds after which the same request makes sense again. */
  readonly retryAfterSeconds?: number;
}

/**
 * An error that knows how it is to be answered. `message` and `details` reach the caller: never put upstream text,
 * attributes or numbers there; what happened underneath goes into `cause`, which is only logged by name.
 */
export class PatchbayError extends Error {
  // Set by hand: a minified class has another name.
  override readonly name: string = 'PatchbayError';
  readonly code: FailureCode;
  readonly details?: readonly string[];
  readonly retryAfterSeconds?: number;

  constructor(code: FailureCode, message: string, more: ErrorDetails = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    if (more.details !== undefined) this.details = more.details;
    if (more.retryAfterSeconds !== undefined) this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
