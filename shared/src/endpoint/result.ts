import type { FailureCode } from '../contracts/failure';

/** What a handler returns. A host turns it into HTTP. */
export type Result<Body> = Success<Body> | Failure;

export interface Success<Body> {
  readonly ok: true;
  readonly status: 200 | 201 | 202;
  readonly body: Body;
  /** True when this is the stored answer to an earlier, identical request. */
  readonly replayed: boolean;
}

export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
  /** A sentence for people: what is wrong and what to do. Never upstream text. */
  readonly message: string;
  readonly details?: readonly string[] | null;
  /** What often helps, for people. */
  readonly hint?: string;
  /** Whole seconds after which the same request makes sense again. */
  readonly retryAfterSeconds?: number;
}

export const ok = <Body>(body: Body, status: 200 | 201 | 202 = 200): Success<Body> => ({
  ok: true,
  status,
  body,
  replayed: false,
});

/** The answer an earlier identical request got, given again. */
export const replay = <Body>(body: Body): Success<Body> => ({ ok: true, status: 200, body, replayed: true });

export const fail = (
  code: FailureCode,
  message: string,
  more: Pick<Failure, 'details' | 'hint' | 'retryAfterSeconds'> = {},
): Failure => ({ ok: false, code, message, ...more });
