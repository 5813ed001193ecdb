import * as z from 'zod/mini';
import type { ServiceAddress } from '../../auth/addressOf';
import { publicUrl } from '../../auth/publicUrl';
import { formSignatureMatches } from '../../auth/requestSignature';
import { PatchbayError } from '../../errors/patchbayError';
import { accountSettings } from '../config/accountSettings';
import { addressSettings } from '../config/addressSettings';
import { defineGate, type MakeGate, type Proof } from '../gate';

interface SignatureConfig extends ServiceAddress {
  readonly authToken: string;
}

const Params = z.catchall(z.object({}), z.union([z.string(), z.array(z.string())]));

/**
 * Lets in what Twilio signed: forms and GETs only. Of a JSON body Functions keep nothing the signature could be checked
 * against; such webhooks are protected functions with basic auth. `signedQuery` names, in order, the parameters in the
 * webhook's URL.
 */
export const signatureGate = (signedQuery: readonly string[] = []): MakeGate =>
  defineGate('twilio-signature', () => ({
    config: { authToken: accountSettings.authToken, ...addressSettings },
    admit: (proof, config: SignatureConfig) =>
      isSigned(proof, config, signedQuery)
        ? Promise.resolve(undefined)
        : Promise.reject(new PatchbayError('signature_refused', 'The request is not signed by Twilio.')),
  }));

function isSigned(
  { request, environment }: Proof,
  config: SignatureConfig,
  signedQuery: readonly string[],
): boolean {
  const fields = Params.safeParse(request.fields);
  if (!fields.success) return false;
  const query: (readonly [string, string])[] = [];
  const params = { ...fields.data };
  for (const name of signedQuery) {
    const value = params[name];
    if (typeof value !== 'string') continue;
    query.push([name, value]);
    Reflect.deleteProperty(params, name);
  }
  const path = typeof environment.PATH === 'string' ? environment.PATH : '';
  const url = publicUrl({ ...config, path, query });
  return formSignatureMatches(
    { authToken: config.authToken, signature: request.headers['x-twilio-signature'], url },
    params,
  );
}
