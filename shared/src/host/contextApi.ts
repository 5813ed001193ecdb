import type { Deadline } from '../endpoint/ports';
import type { TwilioApi } from '../twilio/twilioApi';
import { twilioApi } from '../twilio/twilioApi';
import { twilioClient } from '../twilio/twilioClient';
import type { AccountSettings } from './config/accountSettings';
import { sdkClient } from './sdkClient';
import type { TwilioContext } from './twilioContext';

/** Twilio's API for one request, through the client of the platform. */
export const contextApi = (account: AccountSettings, context: TwilioContext, deadline: Deadline): TwilioApi =>
  twilioApi({ client: twilioClient(account, (options) => sdkClient(context, account, options)), deadline });
