import type { IncomingMessage } from 'node:http';
import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks';

/**
 * Whether a request carries Twilio's signature over this URL and this body ("Security: Validating requests").
 *
 * A form's parameters are part of what is signed. Of any other body only the hash in `bodySHA256` is, so a body without
 * that hash is refused: a signature over the URL alone would pass with whatever body an attacker puts behind it.
 */
export function isSignedByTwilio(
  request: IncomingMessage,
  body: Buffer,
  url: string,
  authToken: string,
): boolean {
  const signature = request.headers['x-twilio-signature'];
  if (typeof signature !== 'string') return false;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded') || body.length === 0) {
    return validateRequest(authToken, signature, url, readForm(body));
  }
  return validateRequestWithBody(authToken, signature, url, body.toString('utf8'));
}

function readForm(body: Buffer): Record<string, string | string[]> {
  const form = new URLSearchParams(body.toString('utf8'));
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      // A plain array: the validator looks with `instanceof Array`, which a list of another realm (jest) is not.
      const values = [...form.getAll(name)];
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
