import { AccountSid } from '../../contracts/sids';
import { matching, text } from './kinds';
import type { ConfigSpec } from './setting';
import { optional, required } from './setting';

/** The Twilio account a service belongs to, and where its data lives. */
export interface AccountSettings {
  readonly accountSid: AccountSid;
  readonly authToken: string;
  readonly region: string | undefined;
  readonly edge: string | undefined;
}

/** Read by every service that asks Twilio anything. */
export const accountSettings: ConfigSpec<AccountSettings> = {
  accountSid: required(matching(AccountSid), {
    names: ['ACCOUNT_SID', 'TWILIO_ACCOUNT_SID'],
    description: 'The Twilio account. Given by the platform; set it only locally.',
  }),
  authToken: required(text, {
    names: ['AUTH_TOKEN', 'TWILIO_AUTH_TOKEN'],
    description: "The account's auth token. Given by the platform; set it only locally.",
    secret: true,
  }),
  region: optional(text, {
    names: ['TWILIO_REGION'],
    description: 'Twilio region, e.g. `ie1`; us1 when absent.',
  }),
  edge: optional(text, {
    names: ['TWILIO_EDGE'],
    description: 'Twilio edge location, e.g. `dublin`; needed where a region is set.',
  }),
};
