import type { Twilio } from 'twilio';
import type { ClientOpts } from 'twilio/lib/base/BaseTwilio';

/** What Twilio Functions gives a function: the environment's variables, the request's address and the SDK. */
export interface TwilioContext {
  getTwilioClient(options?: ClientOpts): Twilio;
  readonly [name: string]: unknown;
}

/** Twilio's callback. A second call kills the local runtime, and the cloud ignores what comes after the first. */
export type TwilioCallback = (error: null, response: object) => void;

export type TwilioHandler = (context: TwilioContext, event: object, callback: TwilioCallback) => void;
