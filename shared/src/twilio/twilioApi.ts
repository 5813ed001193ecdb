import type { Deadline } from '../endpoint/ports';
import { requestTwilio, type TwilioAnswer, type TwilioCall, type TwilioRequester } from './requestTwilio';
import { type Sleep, withRetry } from './retry';

/** Sends a call to Twilio within the request's deadline, repeated where that is safe. Throws UpstreamError or DeadlineExceeded. */
export type TwilioApi = (call: TwilioCall) => Promise<TwilioAnswer>;

export interface TwilioApiOptions {
  readonly client: TwilioRequester;
  readonly deadline: Deadline;
  /** The most one attempt may take, in ms. */
  readonly attemptMs?: number;
  readonly random?: () => number;
  readonly sleep?: Sleep;
}

/** Binds a client (of the process) to the deadline of one request. */
export const twilioApi = ({
  client,
  deadline,
  attemptMs = 4_000,
  random = Math.random,
  sleep = sleepReally,
}: TwilioApiOptions): TwilioApi => {
  const rules = { deadline, attemptMs, random, sleep };
  return (call) => withRetry((timeoutMs) => requestTwilio(client, call, timeoutMs), rules);
};

/** Waits in the machine's time. */
export const sleepReally: Sleep = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
