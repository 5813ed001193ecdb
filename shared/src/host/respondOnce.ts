import { FAILURE_STATUS } from '../contracts/failure';
import type { Clock, Log } from '../endpoint/ports';
import type { Result } from '../endpoint/result';
import { describeError } from '../errors/describeError';
import { failureFromError } from '../errors/failureFromError';
import { answerFor, type Wording } from './answer';
import { settleOnce } from './settleOnce';
import type { TwilioCallback } from './twilioContext';

interface Conversation {
  readonly callback: TwilioCallback;
  readonly contract: Wording;
  /** Headers of every answer to this request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly clock: Clock;
}

interface Responder {
  readonly respond: (result: Result<object>) => void;
  readonly respondError: (error: unknown) => void;
}

/** Answers a request with the first result or error it is given, and logs what came too late. */
export function respondOnce({ callback, contract, headers, log, clock }: Conversation): Responder {
  const startedAt = clock.now();
  const send = settleOnce(callback);

  const respond = (result: Result<object>) => {
    const answer = answerFor(result, contract);
    const first = send({
      ...answer,
      headers: {
        'Content-Type': 'application/json',
        'Cache-Control': 'no-store',
        Vary: 'Origin',
        ...headers,
        ...answer.headers,
      },
    });
    const outcome = result.ok ? { replayed: result.replayed } : { code: result.code };
    log.info(first ? 'answered' : 'finished_too_late', {
      status: answer.status,
      ...outcome,
      ms: clock.now() - startedAt,
    });
  };

  return {
    respond,
    respondError(error) {
      const failure = failureFromError(error);
      const level = FAILURE_STATUS[failure.code] < 500 ? 'info' : 'error';
      log[level]('request_failed', { code: failure.code, ...describeError(error) });
      respond(failure);
    },
  };
}
