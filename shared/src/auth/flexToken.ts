import { hash } from 'node:crypto';
import { validator } from 'twilio-flex-token-validator';
import { expiringCache } from '../cache/expiringCache';
import type { Clock, FlexUser } from '../endpoint/ports';
import { IdentityUnavailable } from '../errors/identityUnavailable';
import { PatchbayError } from '../errors/patchbayError';
import { TokenRefused } from '../errors/tokenRefused';
import { nodePlatform } from '../host/platform';
import { withinMs } from '../host/withinMs';
import { classifyRejection } from './classifyRejection';
import type { Identity } from './identity';
import { readIdentity } from './identity';

/** The account whose Flex users are meant. */
export interface FlexAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** e.g. `ie1`; undefined for us1. */
  readonly region: string | undefined;
}

/** The user a token belongs to, asked at most `limitMs` milliseconds. Throws TokenRefused or IdentityUnavailable. */
export type CheckFlexToken = (token: string, account: FlexAccount, limitMs: number) => Promise<FlexUser>;

interface Means {
  readonly clock: Clock;
  readonly schedule: (ms: number, task: () => void) => () => void;
}

const KEEP_MS = 60_000;
const CAPACITY = 1_000;
const LONGEST_TOKEN = 4_096;
/** The validator can't be aborted: while IAM hangs every try keeps a socket, so there is a limit to the tries. */
const MOST_FLIGHTS = 100;

/**
 * Checks Flex tokens with Twilio's validator: one request per token however many ask at once, remembered by the token's
 * hash for 60 s or until the token ends. Refusals and failures are never remembered.
 */
export function createTokenCheck({ clock, schedule }: Means): CheckFlexToken {
  const known = expiringCache<FlexUser>(clock, CAPACITY);
  const flights = new Map<string, Promise<FlexUser>>();
  let asking = 0;

  const ask = async (token: string, account: FlexAccount, key: string): Promise<FlexUser> => {
    if (asking >= MOST_FLIGHTS) throw new IdentityUnavailable();
    asking += 1;
    try {
      const { user, expiresAt } = await validate(token, account);
      known.keep(key, user, Math.min(clock.now() + KEEP_MS, expiresAt ?? Infinity));
      return user;
    } finally {
      asking -= 1;
    }
  };

  return async (token, account, limitMs) => {
    // The validator counts characters where HTTP counts bytes; a token is ASCII anyway.
    if (token.length > LONGEST_TOKEN || !/^[\x21-\x7e]+$/.test(token)) throw new TokenRefused();
    const key = hashOf(token, account);
    const user = known.find(key);
    if (user) return user;

    const flight = flights.get(key) ?? ask(token, account, key);
    flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    try {
      return await withinMs(flight, limitMs, schedule, () => new IdentityUnavailable());
    } finally {
      // Also when it is still in the air: nobody should wait for one that hangs.
      land();
    }
  };
}

/** The check of this process, with its cache. */
export const checkFlexToken: CheckFlexToken = createTokenCheck(nodePlatform);

async function validate(token: string, account: FlexAccount): Promise<Identity> {
  let answer: unknown;
  try {
    answer = await askTwilio(token, account);
  } catch (reason) {
    throw errorFor(reason);
  }
  const identity = readIdentity(answer);
  if (!identity) throw new IdentityUnavailable();
  return identity;
}

async function askTwilio(token: string, { accountSid, authToken, region }: FlexAccount): Promise<object> {
  // As in the validator's own wrapper: of a region like `ie1-ix` IAM's host has the first part only.
  const ask = () => validator(token, accountSid, authToken, region?.split('-')[0] ?? '');
  try {
    return await ask();
  } catch (reason) {
    // An instance that was frozen doesn't know that Twilio has closed its idle connection: the first use finds out.
    if (STALE_CONNECTION.test(String(reason))) return ask();
    throw reason;
  }
}

const STALE_CONNECTION = /ECONNRESET|EPIPE|socket hang up/;

function errorFor(reason: unknown): PatchbayError {
  switch (classifyRejection(reason)) {
    case 'refused':
      return new TokenRefused();
    case 'unreachable':
      return new IdentityUnavailable();
    case 'misconfigured':
      return new IdentityUnavailable(
        new PatchbayError(
          'configuration_missing',
          'Twilio refused ACCOUNT_SID and AUTH_TOKEN of this service.',
        ),
      );
  }
}

const hashOf = (token: string, { accountSid, region }: FlexAccount): string =>
  hash('sha256', `${region ?? ''}|${accountSid}|${token}`, 'base64url');
