import type { UpstreamError } from '@patchbay/shared';

type UpstreamFacts = UpstreamError['facts'];

/** A call to Twilio failed for good; the message says what it was for, why, and what to do. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly facts: UpstreamFacts;

  constructor(what: string, facts: UpstreamFacts, words?: string) {
    const answer = facts.status === undefined ? (facts.networkCode ?? 'no answer') : String(facts.status);
    const code = facts.twilioCode === undefined ? '' : `/${facts.twilioCode}`;
    const quote = words === undefined ? '' : ` "${words}"`;
    super(`Could not ${what}: ${answer}${code}${quote}. ${ADVICE[facts.reason]}`);
    this.facts = facts;
  }
}

const AGAIN = 'What was done is remembered: run the same command again.';
const ADVICE: Readonly<Record<UpstreamError['reason'], string>> = {
  credentials: 'Twilio refuses the credentials: check TWILIO_ACCOUNT_SID and what belongs to it.',
  throttled: `Twilio is limiting requests. ${AGAIN}`,
  unreachable: `Twilio cannot be reached. ${AGAIN}`,
  timeout: `Twilio did not answer in time. ${AGAIN}`,
  broken: `Twilio does not answer as it should. ${AGAIN}`,
  conflict: 'Somebody else is changing the same thing. Run the same command again.',
  'not-found': 'It is gone, or belongs to another account.',
  refused: 'Twilio refuses this. Mend it, then run the same command again.',
};
