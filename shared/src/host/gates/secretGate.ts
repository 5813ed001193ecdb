import * as z from 'zod/mini';
import { sameText } from '../../auth/basicAuth';
import { PatchbayError } from '../../errors/patchbayError';
import { matching } from '../config/kinds';
import { required } from '../config/setting';
import { defineGate } from '../gate';

const Secret = z.string().check(z.minLength(16, 'must have 16 characters or more'));

/** Lets in whoever sends `Authorization: Bearer` and the secret in the variable that the contract names. */
export const secretGate = defineGate('secret', ({ setting }) => ({
  config: {
    secret: required(matching(Secret), {
      names: [setting],
      description: 'What a scheduler sends as `Authorization: Bearer …`; 16 characters or more.',
      secret: true,
    }),
  },
  admit({ request }, { secret }: { readonly secret: string }) {
    const given = /^Bearer +(\S{1,500})$/i.exec(request.headers.authorization ?? '')?.[1];
    return given !== undefined && sameText(given, secret)
      ? Promise.resolve(undefined)
      : Promise.reject(new PatchbayError('credentials_refused', 'The secret is missing or wrong.'));
  },
}));
