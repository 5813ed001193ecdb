import type { Clock } from '../kernel/clock';
import { TwilioError } from '../kernel/twilioError';
import type { Identity, IdentityDirectory } from './identities';

/** What it takes to judge a token. */
export interface TokenReader {
  readonly identities: IdentityDirectory;
  readonly clock: Clock;
}

/** The identity behind a token. Throws what Flex UI takes for "sign in again": 401 with 20003 (unknown) or 20104 (expired). */
export function requireUser({ identities, clock }: TokenReader, token: string | null): Identity {
  const user = token === null ? undefined : identities.find(token);
  if (!user || user.revoked) throw new TwilioError(401, 20003, 'Authenticate (20003)');
  if (user.expiresAt <= clock.now()) throw new TwilioError(401, 20104, 'Access Token expired (20104)');
  return user;
}
