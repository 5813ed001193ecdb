import type { FailureCode } from '../contracts/failure';
import { PatchbayError } from '../errors/patchbayError';

/** What a call does to Twilio's state: nothing, makes a new resource, or changes one so that doing it twice is harmless. */
export type Effect = 'read' | 'create' | 'update';

/**
 * Whether a failed call changed anything: `not-executed` no, and the same call may work later; `definite` no, and the
 * same call will be refused again; `ambiguous` nobody knows before reading.
 */
export type Outcome = 'not-executed' | 'definite' | 'ambiguous';

export type UpstreamReason =
  'throttled' | 'conflict' | 'not-found' | 'credentials' | 'refused' | 'unreachable' | 'timeout' | 'broken';

export interface UpstreamFacts {
  readonly reason: UpstreamReason;
  readonly outcome: Outcome;
  /** True when the very same call may be sent again. */
  readonly retryable: boolean;
  /** HTTP status; undefined when there was no answer. */
  readonly status?: number | undefined;
  readonly twilioCode?: number | undefined;
  /** Node's code of a network error, such as ECONNRESET. */
  readonly networkCode?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** A call to Twilio failed. Holds codes only, nothing of Twilio's text, addresses or credentials. */
export class UpstreamError extends PatchbayError {
  override readonly name = 'UpstreamError';
  readonly service = 'twilio';
  readonly facts: UpstreamFacts;

  constructor(facts: UpstreamFacts) {
    const { code, message, again } = ANSWERS[facts.reason];
    super(code, message, {
      cause: new TwilioFault(facts),
      ...(again && { retryAfterSeconds: Math.max(1, Math.ceil((facts.retryAfterMs ?? 0) / 1000)) }),
    });
    this.facts = facts;
  }

  get reason(): UpstreamReason {
    return this.facts.reason;
  }

  get outcome(): Outcome {
    return this.facts.outcome;
  }
}

/** The codes Twilio or the network gave, for the log, which names causes by name and code. */
class TwilioFault extends Error {
  override readonly name = 'TwilioFault';
  readonly code: string;

  constructor({ status, twilioCode, networkCode }: UpstreamFacts) {
    const code =
      [status, twilioCode, networkCode].filter((part) => part !== undefined).join('/') || 'unknown';
    super(code);
    this.code = code;
  }
}

interface AnswerToCaller {
  readonly code: FailureCode;
  readonly message: string;
  /** Whether the same request makes sense again. */
  readonly again: boolean;
}

const UNAVAILABLE: AnswerToCaller = {
  code: 'twilio_unavailable',
  message: 'Twilio does not answer as it should. Please try again shortly.',
  again: true,
};

const ANSWERS: Readonly<Record<UpstreamReason, AnswerToCaller>> = {
  throttled: {
    code: 'throttled',
    message: 'Twilio is limiting requests. Please try again shortly.',
    again: true,
  },
  conflict: { ...UNAVAILABLE, message: 'The resource keeps changing. Please try again shortly.' },
  unreachable: UNAVAILABLE,
  broken: UNAVAILABLE,
  timeout: {
    code: 'deadline_exceeded',
    message: 'Twilio did not answer in time. Please try again.',
    again: true,
  },
  'not-found': { code: 'not_found', message: 'Twilio has no such resource (any more).', again: false },
  credentials: {
    code: 'twilio_refused',
    message: "Twilio refuses this service's credentials. An administrator has to check them.",
    again: false,
  },
  refused: {
    code: 'twilio_refused',
    message: 'Twilio refused the request. An administrator has to check the configuration.',
    again: false,
  },
};
