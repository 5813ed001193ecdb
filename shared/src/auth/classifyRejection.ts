/** What a rejected validation means: the token is bad, nobody could say, or our own credentials are. */
export type Rejection = 'refused' | 'unreachable' | 'misconfigured';

/**
 * twilio-flex-token-validator rejects with a bare text whatever happened: IAM's own message, a socket error's or
 * JSON.parse's ("Unexpected token '<'": IAM answered HTML, nobody refused a token). Only what reads like a refusal of the
 * token is one; a text we don't know must not sign an agent out.
 */
export function classifyRejection(reason: unknown): Rejection {
  if (typeof reason !== 'string') return 'unreachable';
  if (ERRNO.test(reason) || UNREACHABLE.test(reason)) return 'unreachable';
  if (MISCONFIGURED.test(reason)) return 'misconfigured';
  return REFUSED.test(reason) ? 'refused' : 'unreachable';
}

/** ENOTFOUND, ECONNRESET, EAI_AGAIN, … */
const ERRNO = /\bE[A-Z]{2,}(_[A-Z]+)?\b/;

const UNREACHABLE = new RegExp(
  [
    'JSON',
    'Unexpected (token|end|non-whitespace)',
    'Cannot read propert',
    'socket',
    'network',
    'getaddrinfo',
    'certificate',
    '\\b(SSL|TLS)\\b',
    'timed? ?out',
    'time-?out',
    'too many',
    'rate limit',
    'internal (server )?error',
    'server error',
    'bad gateway',
    'unavailable',
    'overload',
    'aborted',
  ].join('|'),
  'i',
);

// 20003 "Authenticate" is about the Basic credentials of the request, and 20404 about the account in its path.
const MISCONFIGURED =
  /^authenticate\b|^authentication error|(AccountSid|AuthToken|Api Credentials).* not provided|permission|requested resource|account .*(suspended|not active)/i;

const REFUSED = /token|expired|invalid|revoked|unauthori[sz]ed|not valid|jwt|jwe|denied|forbidden/i;
