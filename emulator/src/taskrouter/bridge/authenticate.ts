import type { Identity, IdentityDirectory } from '../../iam/identities';
import type { Clock } from '../../kernel/clock';
import { TwilioError } from '../../kernel/twilioError';

/** The identity a token stands for now. Throws 401 / 20101 (unknown or revoked) or 401 / 20104 (expired). */
export function authenticate(identities: IdentityDirectory, clock: Clock, token: string): Identity {
  const identity = identities.find(token);
  if (!identity || identity.revoked) throw new TwilioError(401, 20101, 'Invalid Access Token');
  if (identity.expiresAt <= clock.now()) throw new TwilioError(401, 20104, 'Access Token expired');
  return identity;
}
