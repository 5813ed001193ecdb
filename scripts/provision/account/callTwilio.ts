import { mapTwilioError, UpstreamError, withRetry, type Effect, type Sleep } from '@patchbay/shared';
import { CallFailed } from './callFailed';

/** The SDK's own time-out of a call is the limit of an attempt: the rules for repeating need no other. */
const DEADLINE = { remaining: () => Infinity, shareFor: (capMs: number) => capMs };
export const CALL_TIMEOUT_MS = 20_000;

/** Calls Twilio by its SDK, again where that is safe. Throws CallFailed, which says in words what was called. */
export async function callTwilio<T>(
  what: string,
  effect: Effect,
  sleep: Sleep,
  send: () => Promise<T>,
): Promise<T> {
  let words: string | undefined;
  const attempt = async (): Promise<T> => {
    try {
      return await send();
    } catch (error) {
      words = twilioWords(error);
      throw mapTwilioError(error, { effect });
    }
  };
  try {
    return await withRetry(attempt, {
      deadline: DEADLINE,
      attemptMs: CALL_TIMEOUT_MS,
      random: Math.random,
      sleep,
    });
  } catch (error) {
    throw error instanceof UpstreamError ? new CallFailed(what, error.facts, words) : error;
  }
}

/** Only what Twilio answered: an error of the network may show the request. */
const twilioWords = (error: unknown): string | undefined =>
  error instanceof Error && 'status' in error ? error.message : undefined;
