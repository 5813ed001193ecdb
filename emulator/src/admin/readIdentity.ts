import type { IdentityRequest } from '../iam/identities';
import {
  InvalidInput,
  optional,
  readFields,
  readList,
  readNumber,
  readText,
  type Fields,
} from '../kernel/jsonFields';

const MAX_LIFETIME_MS = 366 * 24 * 60 * 60 * 1000;

function readRole(role: unknown): string {
  if (typeof role === 'string' && role !== '') return role;
  throw new InvalidInput('roles must be texts');
}

/** Name, roles (`agent` unless told) and lifetime of a user; a negative lifetime is one already over. */
export function readIdentityTraits(
  fields: Fields,
): Pick<IdentityRequest, 'identity' | 'roles' | 'lifetimeMs'> {
  return {
    identity: readText(fields, 'identity'),
    roles: fields['roles'] === undefined ? ['agent'] : readList(fields, 'roles', 50, readRole),
    ...optional(fields, 'lifetimeMs', () =>
      readNumber(fields, 'lifetimeMs', -MAX_LIFETIME_MS, MAX_LIFETIME_MS),
    ),
  };
}

/** Reads what a token is to stand for. Throws InvalidInput. */
export function readIdentity(value: unknown): IdentityRequest {
  const fields = readFields(value, 'An identity', ['identity', 'workerSid', 'roles', 'lifetimeMs', 'token']);
  return {
    ...readIdentityTraits(fields),
    ...optional(fields, 'workerSid', () => readText(fields, 'workerSid')),
    ...optional(fields, 'token', () => readText(fields, 'token')),
  };
}
