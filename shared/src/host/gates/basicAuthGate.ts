import { basicAuthMatches } from '../../auth/basicAuth';
import { PatchbayError } from '../../errors/patchbayError';
import { matching } from '../config/kinds';
import { required } from '../config/setting';
import { defineGate } from '../gate';
import * as z from 'zod/mini';

const Credentials = z
  .string()
  .check(z.regex(/^[^:]+:.{8,}$/, 'must be user:password, the password 8 characters or more'));

/** Lets in whoever sends the credentials that are part of the webhook's URL: Twilio sends them with every request. */
export const basicAuthGate = defineGate('twilio-basic-auth', () => ({
  config: {
    credentials: required(matching(Credentials), {
      names: ['EVENTS_BASIC_AUTH'],
      description: "`user:password` of the Event Streams sink's URL.",
      secret: true,
    }),
  },
  admit: ({ request }, { credentials }: { readonly credentials: string }) =>
    basicAuthMatches(request.headers.authorization, credentials)
      ? Promise.resolve(undefined)
      : Promise.reject(new PatchbayError('credentials_refused', 'The credentials are missing or wrong.')),
}));
