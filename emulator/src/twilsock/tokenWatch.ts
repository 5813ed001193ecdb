import type { Identity, IdentityDirectory } from '../iam/identities';
import type { Cancel, Clock } from '../kernel/clock';
import { TOKEN_EXPIRED, UNAUTHORIZED, type Status } from './status';

/** How long before its end a client is told that its token is about to expire (twilio-sync's README: 3 minutes). */
const WARNING_MS = 3 * 60_000;

/** Whom a token stands for, or why it is refused. */
export function judgeToken(
  identities: IdentityDirectory,
  clock: Clock,
  token: unknown,
): { readonly identity: Identity } | { readonly refused: Status } {
  const identity = typeof token === 'string' ? identities.find(token) : undefined;
  if (!identity || identity.revoked) return { refused: UNAUTHORIZED };
  return identity.expiresAt <= clock.now() ? { refused: TOKEN_EXPIRED } : { identity };
}

/** Calls back before a token's end and at its end, unless it is stopped. */
export function watchToken(
  clock: Clock,
  { expiresAt }: Identity,
  listener: { readonly aboutToExpire: () => void; readonly expired: () => void },
): () => void {
  const left = expiresAt - clock.now();
  const cancels: Cancel[] = [clock.schedule(left, listener.expired)];
  if (left > WARNING_MS) cancels.push(clock.schedule(left - WARNING_MS, listener.aboutToExpire));
  return () => {
    for (const cancel of cancels) cancel();
  };
}
