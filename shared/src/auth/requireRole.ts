import type { FlexUser } from '../endpoint/ports';
import { PatchbayError } from '../errors/patchbayError';

/** Throws `role_missing` unless the user has one of the roles; no roles means that none is asked for. */
export function requireRole(user: FlexUser, roles: readonly string[]): void {
  if (roles.length === 0 || user.roles.some((role) => roles.includes(role))) return;
  throw new PatchbayError('role_missing', 'Your Flex role does not allow this.');
}
