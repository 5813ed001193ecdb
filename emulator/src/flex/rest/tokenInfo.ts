import { createHash } from 'node:crypto';
import type { Identity } from '../../iam/identities';
import { given } from '../../kernel/given';
import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import { findWorker } from '../centre';
import type { FlexContext } from '../flexContext';

/** FU…: the same for a user whenever he signs in. */
export const flexUserSid = (identity: string): string =>
  `FU${createHash('sha256').update(identity).digest('hex').slice(0, 32)}`;

/** A session as Flex UI keeps it (`TokenPayload`), its end by the browser's clock. */
export const showSession = (context: FlexContext, user: Identity) => ({
  token: user.token,
  identity: user.identity,
  roles: user.roles,
  flexUserSid: flexUserSid(user.identity),
  expiration: context.inMachineTime(user.expiresAt - context.clock.now()),
});

/** Gives a user another token of the same traits. */
export const renew = ({ identities }: FlexContext, { identity, roles, workerSid }: Identity): Identity =>
  identities.issue({ identity, roles, ...given({ workerSid }) });

/** Who a token stands for (`POST /v1/Accounts/{AC}/Tokens/Info`); his roles decide what Flex UI shows him. */
export function showTokenInfo(context: FlexContext, user: Identity): unknown {
  const attributes = readJson(findWorker(context.engine, user.workerSid)?.attributes ?? '{}');
  const { email = null, full_name: fullName = null } = isObject(attributes) ? attributes : {};
  return {
    valid: true,
    expiration: context.inMachineTime(user.expiresAt - context.clock.now()),
    identity: user.identity,
    roles: user.roles,
    flex_user_sid: flexUserSid(user.identity),
    flex_instance_sid: context.sids.instanceSid,
    account_sid: context.accountSid,
    realm_user_id: user.identity,
    worker_sid: user.workerSid ?? null,
    username: user.identity,
    email,
    full_name: fullName,
  };
}
