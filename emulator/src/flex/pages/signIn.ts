import type { Identity } from '../../iam/identities';
import type { FlexContext } from '../flexContext';
import { renew, showSession } from '../rest/tokenInfo';

/** Flex UI asks for a new token three minutes before one ends; one about to end isn't worth signing in with. */
const TOO_SHORT_MS = 5 * 60_000;

/**
 * Signs a user in as his identity provider would: with the newest token he has, or a new one of the same traits when
 * that is revoked or ends soon. Undefined for a user nobody has issued a token to.
 */
export function signIn(context: FlexContext, name: string): Identity | undefined {
  const newest = context.identities.list().findLast(({ identity }) => identity === name);
  if (!newest) return undefined;
  if (!newest.revoked && newest.expiresAt > context.clock.now() + TOO_SHORT_MS) return newest;
  return renew(context, newest);
}

/** A script that tells the page who is signed in, before `signIn.ts` stores it where Flex UI looks for it. */
export function sessionScript(context: FlexContext, user: Identity, appConfig: unknown): string {
  const session = { ...showSession(context, user), accountSid: context.accountSid, permissions: {} };
  return `window.localFlexSession = ${JSON.stringify(session)};\nwindow.appConfig = ${JSON.stringify(appConfig)};\n`;
}
