import { createHash } from 'node:crypto';
import type { Clock } from '../../kernel/clock';
import { keepNewest } from '../../kernel/keepNewest';
import type { Random } from '../../kernel/random';

/** Two weeks (doc "Flex Insights API General Usage"). */
const SST_LIFETIME_MS = 14 * 24 * 60 * 60_000;
/** Ten minutes (the same). */
const TT_LIFETIME_MS = 10 * 60_000;
/** More than anybody logs in within two weeks; what is beyond is forgotten, the oldest first. */
const MAX_KEPT = 2_000;

interface Session {
  readonly profileId: string;
  readonly login: string;
  readonly expiresAt: number;
}

interface TemporaryToken {
  readonly sst: string;
  readonly profileId: string;
  readonly expiresAt: number;
}

/** A session as it may be shown: without its tokens. */
export interface SessionSummary extends Session {
  /** Its temporary tokens that are still good. */
  readonly temporaryTokens: number;
}

export type TokenKind = 'sst' | 'tt';

/** Who is logged in: an SST per login, and the TTs that were got with it. */
export interface Sessions {
  /** Answers the SST. */
  open(login: string): string;
  /** Answers a TT; undefined when the SST is unknown, revoked or expired. */
  temporaryToken(sst: string): string | undefined;
  /** The profile an SST or TT stands for; undefined when it is not good. */
  holder(kind: TokenKind, token: string): string | undefined;
  /** Ends a session and its TTs. */
  close(sst: string): void;
  /** Revokes every token of a kind: TTs outlive their SST, as they do at GoodData. */
  revoke(kind: TokenKind): void;
  list(): readonly SessionSummary[];
}

/** The profile of a login: the same however often it logs in. */
export const profileIdOf = (login: string): string =>
  createHash('sha256').update(login).digest('hex').slice(0, 32);

/** Looks like every other token of the local Twilio, so that the journal removes it wherever it stands. */
const newToken = (random: Random): string => `local-${random.sid('')}${random.sid('')}`;

export function createSessions(clock: Clock, random: Random): Sessions {
  const sessions = new Map<string, Session>();
  const temporary = new Map<string, TemporaryToken>();
  const isGood = (token: { readonly expiresAt: number }): boolean => token.expiresAt > clock.now();
  const of = { sst: sessions, tt: temporary };

  return {
    open(login) {
      const sst = newToken(random);
      keepNewest(
        sessions,
        sst,
        { profileId: profileIdOf(login), login, expiresAt: clock.now() + SST_LIFETIME_MS },
        MAX_KEPT,
      );
      return sst;
    },
    temporaryToken(sst) {
      const session = sessions.get(sst);
      if (!session || !isGood(session)) return undefined;
      const token = newToken(random);
      const { profileId } = session;
      keepNewest(temporary, token, { sst, profileId, expiresAt: clock.now() + TT_LIFETIME_MS }, MAX_KEPT);
      return token;
    },
    holder(kind, token) {
      const known = of[kind].get(token);
      return known && isGood(known) ? known.profileId : undefined;
    },
    close(sst) {
      sessions.delete(sst);
      for (const [token, { sst: owner }] of temporary) if (owner === sst) temporary.delete(token);
    },
    revoke: (kind) => {
      of[kind].clear();
    },
    list: () =>
      [...sessions].map(([sst, session]) => ({
        ...session,
        temporaryTokens: [...temporary.values()].filter((token) => token.sst === sst && isGood(token)).length,
      })),
  };
}
