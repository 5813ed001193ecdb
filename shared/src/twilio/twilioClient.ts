import type { TwilioRequester } from './requestTwilio';

/** Whose client: the account, and where its data lives. */
export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  readonly region?: string | undefined;
  readonly edge?: string | undefined;
}

/** Options given to `context.getTwilioClient()`. */
export interface TwilioClientOptions {
  region?: string;
  edge?: string;
  timeout: number;
  autoRetry: false;
}

/** Idle sockets and calls without a time-out of their own end within a function's 10 s. */
const SOCKET_TIMEOUT_MS = 9_000;
/** A process serves one account, or a few subaccounts. */
const MAX_CLIENTS = 8;

const clients = new Map<string, TwilioRequester>();

/**
 * The process's client for an account, made by `create` on first use. `context.getTwilioClient()` makes a new connection
 * pool, so a new TLS handshake, per call; a cached client keeps its connections across warm invocations.
 */
export const twilioClient = (
  account: TwilioAccount,
  create: (options: TwilioClientOptions) => TwilioRequester,
): TwilioRequester => {
  const { accountSid, authToken, region, edge } = account;
  const key = JSON.stringify([accountSid, authToken, region, edge]);
  const client = clients.get(key) ?? create(optionsFor(region, edge));
  // Last in, last out: the first key is the one unused for the longest time.
  clients.delete(key);
  clients.set(key, client);
  const [oldest] = clients.keys();
  if (clients.size > MAX_CLIENTS && oldest !== undefined) clients.delete(oldest);
  return client;
};

/** The SDK's own retries are off: they know neither the deadline nor Retry-After, and stacked retries multiply. */
const optionsFor = (region: string | undefined, edge: string | undefined): TwilioClientOptions => ({
  ...(region === undefined ? {} : { region }),
  ...(edge === undefined ? {} : { edge }),
  timeout: SOCKET_TIMEOUT_MS,
  autoRetry: false,
});
