import type { LocalTwilio } from '@patchbay/emulator';
import twilio from 'twilio';
import { startDeadline } from '../src/host/deadline';
import { systemClock } from '../src/host/systemClock';
import { twilioApi, type TwilioApi, twilioClient, type TwilioRequester } from '../src/twilio';

/** The SDK's client for a local Twilio, made as a function's `context.getTwilioClient()` makes it. */
export const realClient = ({ accountSid, authToken }: LocalTwilio): TwilioRequester =>
  twilioClient({ accountSid, authToken }, (options) =>
    twilio(accountSid, authToken, { lazyLoading: true, ...options }),
  );

export interface ApiLimits {
  readonly deadlineMs: number;
  readonly attemptMs: number;
}

const GENEROUS: ApiLimits = { deadlineMs: 8_000, attemptMs: 2_000 };

/** The SDK's client with a deadline, and no waiting between attempts. */
export const realApi = (local: LocalTwilio, { deadlineMs, attemptMs } = GENEROUS): TwilioApi =>
  twilioApi({
    client: realClient(local),
    deadline: startDeadline(systemClock, deadlineMs),
    attemptMs,
    sleep: () => Promise.resolve(),
  });
