import { timingSafeEqual } from 'node:crypto';
import { TwilioError } from './twilioError';

/** The `Authorization` header of an account. */
export const basicAuthorization = (accountSid: string, authToken: string): string =>
  `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

/** Builds a check that an `Authorization` header carries the account's credentials; it throws 401/20003 otherwise. */
export function createBasicAuthCheck(
  accountSid: string,
  authToken: string,
): (authorization: string | undefined) => void {
  const expected = Buffer.from(basicAuthorization(accountSid, authToken));
  return (authorization) => {
    const given = Buffer.from(authorization ?? '');
    if (given.length === expected.length && timingSafeEqual(given, expected)) return;
    throw new TwilioError(401, 20003, 'Authenticate', { 'WWW-Authenticate': 'Basic realm="Twilio API"' });
  };
}

/**
 * The Flex token in an `Authorization` header: `token:<JWE>`, as Flex UI sends it. Undefined when it carries none.
 * Lenient on what follows the base64, since flex-sdk 3.0.0 sends `Basic <base64>)` with a stray parenthesis.
 */
export function flexTokenOf(authorization: string | undefined): string | undefined {
  const [, encoded] = /^Basic\s+([\w+/=-]+)/i.exec(authorization ?? '') ?? [];
  const decoded = Buffer.from(encoded ?? '', 'base64').toString();
  return decoded.startsWith('token:') ? decoded.slice('token:'.length) : undefined;
}
