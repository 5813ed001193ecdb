import type { Clock } from '../kernel/clock';
import type { IdentityDirectory } from './identities';

/** Builds the check that a Flex token is known, not revoked and not expired. */
export function createTokenCheck(identities: IdentityDirectory, clock: Clock): (token: string) => boolean {
  return (token) => {
    const identity = identities.find(token);
    return identity !== undefined && !identity.revoked && identity.expiresAt > clock.now();
  };
}
