import type { Clock } from '../kernel/clock';
import { keepNewest } from '../kernel/keepNewest';
import type { Random } from '../kernel/random';

/** A Flex user's session as Twilio's IAM knows it: an opaque token and what it stands for. */
export interface Identity {
  readonly token: string;
  /** e.g. `agent_40example_2Ecom`. */
  readonly identity: string;
  readonly workerSid?: string;
  /** Flex roles: `agent`, `supervisor`, `admin`, … */
  readonly roles: readonly string[];
  /** Milliseconds since 1970 in the local Twilio's time. */
  readonly expiresAt: number;
  readonly revoked: boolean;
}

export interface IdentityRequest {
  readonly identity: string;
  readonly workerSid?: string;
  readonly roles: readonly string[];
  /** Milliseconds the token lives; a Flex session's 12 hours unless given. */
  readonly lifetimeMs?: number;
  /** A token of the caller's choice instead of a generated one. */
  readonly token?: string;
}

/** The test identities of one local Twilio. */
export interface IdentityDirectory {
  /** Also finds expired and revoked ones: what that means is for the asker to decide. */
  find(token: string): Identity | undefined;
  issue(request: IdentityRequest): Identity;
  /** False when the token is unknown. */
  revoke(token: string): boolean;
  list(): readonly Identity[];
}

const FLEX_SESSION_MS = 12 * 60 * 60 * 1000;

/** Identities in memory, the oldest forgotten beyond `capacity`. */
export function createIdentityDirectory(clock: Clock, random: Random, capacity = 10_000): IdentityDirectory {
  const byToken = new Map<string, Identity>();

  return {
    find: (token) => byToken.get(token),
    issue({ identity, workerSid, roles, lifetimeMs = FLEX_SESSION_MS, token }) {
      const issued: Identity = {
        token: token ?? `local-${random.sid('')}${random.sid('')}`,
        identity,
        ...(workerSid === undefined ? {} : { workerSid }),
        roles: [...roles],
        expiresAt: clock.now() + lifetimeMs,
        revoked: false,
      };
      keepNewest(byToken, issued.token, issued, capacity);
      return issued;
    },
    revoke(token) {
      const known = byToken.get(token);
      if (known) byToken.set(token, { ...known, revoked: true });
      return known !== undefined;
    },
    list: () => [...byToken.values()],
  };
}
