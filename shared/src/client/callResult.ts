import type { FailureCode } from '../contracts/failure';

/** What came of a call; a caller branches on `ok` and `code`, never on an exception. */
export type CallResult<Body> = CallSuccess<Body> | CallFailure;

export interface CallSuccess<Body> {
  readonly ok: true;
  readonly status: number;
  readonly body: Body;
  /** True when this is the stored answer to an earlier, identical request. */
  readonly replayed: boolean;
  readonly correlationId: string | undefined;
}

export interface CallFailure {
  readonly ok: false;
  /**
   * The service's own code, or: `network` when no readable answer came (also the platform's 429 and 504, which lack the
   * headers a browser needs), `bad_response` when it isn't what the contract says, `aborted` by the caller.
   */
  readonly code: FailureCode | 'network' | 'bad_response' | 'aborted';
  /** A sentence for people. */
  readonly message: string;
  readonly details: readonly string[];
  /** What often helps, where the service said so. */
  readonly hint?: string;
  /** Undefined when there was no readable answer. */
  readonly status: number | undefined;
  /** Whole seconds after which the same call makes sense again. */
  readonly retryAfterSeconds: number | undefined;
  readonly correlationId: string | undefined;
}
