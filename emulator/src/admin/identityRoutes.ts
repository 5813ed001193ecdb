import type { IdentityDirectory } from '../iam/identities';
import { readFields, readText } from '../kernel/jsonFields';
import { missing, ok, type AdminRoute } from './adminRoute';
import { readIdentity } from './readIdentity';

/** Test identities: POST issues a token, DELETE with `{token}` revokes one, GET lists them without their tokens. */
export function identityRoutes(identities: IdentityDirectory): readonly AdminRoute[] {
  return [
    {
      method: 'GET',
      pattern: '/_emulator/identities',
      handle: () => ok({ identities: identities.list().map(({ token: _token, ...shown }) => shown) }),
    },
    {
      method: 'POST',
      pattern: '/_emulator/identities',
      handle: ({ json }) => ({ status: 201, body: identities.issue(readIdentity(json)) }),
    },
    {
      method: 'DELETE',
      pattern: '/_emulator/identities',
      handle: ({ json }) => {
        const token = readText(readFields(json, 'The body', ['token']), 'token');
        return identities.revoke(token) ? { status: 204 } : missing('The token');
      },
    },
  ];
}
