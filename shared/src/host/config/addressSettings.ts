import type { ServiceAddress } from '../../auth/addressOf';
import { text } from './kinds';
import type { ConfigSpec } from './setting';
import { optional } from './setting';

/** Read by whatever checks a signature over its own address, or tells Twilio where to come back to. */
export const addressSettings: ConfigSpec<ServiceAddress> = {
  publicUrl: optional(text, {
    names: ['PUBLIC_URL'],
    description: 'The address Twilio calls this service at, when it is not https://DOMAIN_NAME.',
  }),
  domainName: optional(text, { names: ['DOMAIN_NAME'], description: 'Given by the platform.' }),
};
