/** Where a page stands: what `location` says of it. */
export interface PageLocation {
  /** e.g. `http://alice.localhost:4010`. */
  readonly origin: string;
  /** e.g. `alice.localhost:4010`. */
  readonly host: string;
  /** What relative addresses are relative to. */
  readonly base: string;
}

const NETWORK: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:']);
/** Names of this machine: services of one's own stay cross-origin there, so that their CORS rules really apply. */
const THIS_MACHINE = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;

/**
 * Where a request for another host goes instead: `https://flex-api.twilio.com/v1/…` to
 * `<page's origin>/_host/flex-api.twilio.com/v1/…`, `wss:` to `ws:` likewise. Undefined when it may go as it is: to the
 * page's own origin, to a name of this machine, or not over the network at all (`data:`, `blob:`).
 */
export function mapUrl(address: string, page: PageLocation): string | undefined {
  if (!URL.canParse(address, page.base)) return undefined;
  const url = new URL(address, page.base);
  if (!NETWORK.has(url.protocol) || url.host === page.host || THIS_MACHINE.test(url.hostname))
    return undefined;
  const origin = url.protocol.startsWith('ws') ? page.origin.replace(/^http/, 'ws') : page.origin;
  return `${origin}/_host/${url.host}${url.pathname}${url.search}${url.hash}`;
}
