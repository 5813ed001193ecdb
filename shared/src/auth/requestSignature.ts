import { createHash } from 'node:crypto';
import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import { sameText } from './basicAuth';

interface Signed {
  /** The account's primary auth token, also where API keys are used otherwise. */
  readonly authToken: string;
  /** The `X-Twilio-Signature` header. */
  readonly signature: string | undefined;
  /** The address Twilio called, byte by byte: from configuration, never from what a proxy says. */
  readonly url: string;
}

/** True when Twilio signed this form, or this GET without one, at this URL (Twilio: Validating Signatures). */
export const formSignatureMatches = (
  { authToken, signature, url }: Signed,
  params: Readonly<Record<string, string | readonly string[]>>,
): boolean =>
  signature !== undefined && URL.canParse(url) && validateRequest(authToken, signature, url, params);

/**
 * True when Twilio signed this URL and its `bodySHA256` is the hash of the body's bytes. The URL's signature alone would
 * let anyone who saw one request send another body with it.
 */
export function jsonSignatureMatches(signed: Signed, rawBody: string | Uint8Array): boolean {
  if (!formSignatureMatches(signed, {})) return false;
  const hash = new URL(signed.url).searchParams.get('bodySHA256');
  return hash !== null && sameText(createHash('sha256').update(rawBody).digest('hex'), hash.toLowerCase());
}
