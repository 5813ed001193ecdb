import { TwilioError } from '../../../kernel/twilioError';

/** Runs what Twilio refuses and returns the refusal; throws when it isn't refused. */
export function refusalOf(attempt: () => unknown): TwilioError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof TwilioError) return error;
    throw error;
  }
  throw new Error('Not refused');
}
