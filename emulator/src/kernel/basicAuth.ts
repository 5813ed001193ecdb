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
