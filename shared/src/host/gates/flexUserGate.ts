import { checkFlexToken, type CheckFlexToken } from '../../auth/flexToken';
import { requireRole } from '../../auth/requireRole';
import { PatchbayError } from '../../errors/patchbayError';
import { TokenRefused } from '../../errors/tokenRefused';
import type { AccountSettings } from '../config/accountSettings';
import { accountSettings } from '../config/accountSettings';
import { flag, list } from '../config/kinds';
import { withDefault } from '../config/setting';
import { defineGate, type MakeGate } from '../gate';
import type { FunctionRequest } from '../input/request';

interface FlexUserConfig extends AccountSettings {
  readonly allowedRoles: readonly string[];
  readonly allowQueryToken: boolean;
}

/** IAM is given this long, or less when the request has less. */
const LIMIT_MS = 3_000;

/** Lets Flex users of this account in who have one of `roles` and, when ALLOWED_ROLES is set, one of those. */
export const makeFlexUserGate = (checkToken: CheckFlexToken): MakeGate =>
  defineGate('flex-user', ({ roles = [], handsOnToken = false }) => ({
    config: {
      ...accountSettings,
      allowedRoles: withDefault(list, '', {
        names: ['ALLOWED_ROLES'],
        description: 'Flex roles, between commas, of which a user needs one; every Flex user when empty.',
      }),
      allowQueryToken: withDefault(flag, 'false', {
        names: ['ALLOW_QUERY_TOKEN'],
        description: 'Accept the Flex token in the URL of a GET, for old callers only: URLs are logged.',
      }),
    },
    async admit({ request, deadline }, { allowedRoles, allowQueryToken, ...account }: FlexUserConfig) {
      const token = tokenOf(request, allowQueryToken);
      const user = await checkToken(token, account, deadline.shareFor(LIMIT_MS));
      requireRole(user, roles);
      requireRole(user, allowedRoles);
      return handsOnToken ? { ...user, revealToken: () => token } : user;
    },
  }));

/** Asks IAM, as all functions of this process do. */
export const flexUserGate = makeFlexUserGate(checkFlexToken);

function tokenOf({ token, body, headers }: FunctionRequest, allowQueryToken: boolean): string {
  if (token !== undefined && token !== '' && (body !== 'none' || allowQueryToken)) {
    if (typeof token !== 'string') throw new TokenRefused();
    return token;
  }
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  throw new PatchbayError('token_missing', 'Send the Flex token as Token in the body of a POST.');
}
