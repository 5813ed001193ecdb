import type { AccountSettings } from './config/accountSettings';
import type { TwilioContext } from './twilioContext';

type Client = ReturnType<TwilioContext['getTwilioClient']>;
type Options = Parameters<TwilioContext['getTwilioClient']>[0];

/**
 * A client of Twilio's SDK. `context.getTwilioClient()` knows the platform's names of the credentials only; where a
 * local environment has their aliases, the client is made from the SDK that the runtime has loaded as its global.
 */
export const sdkClient = (
  context: TwilioContext,
  { accountSid, authToken }: AccountSettings,
  options: Options,
): Client =>
  typeof context['ACCOUNT_SID'] === 'string' && typeof context['AUTH_TOKEN'] === 'string'
    ? context.getTwilioClient(options)
    : new Twilio.Twilio(accountSid, authToken, { lazyLoading: true, ...options });
