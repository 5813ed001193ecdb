import type { IncomingHttpHeaders } from 'node:http';

/** Where a request wants to go: one of Twilio's hosts, the local Twilio's own administration, or a page it serves. */
export interface Destination {
  readonly kind: 'twilio' | 'admin' | 'page';
  readonly host: string;
  readonly path: string;
}

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/i;
const HOST_PREFIX = /^\/_host\/([^/]+)(\/.*)?$/;

/** Whether a host name (without port) can only be this machine. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/** A `Host` header without its port, lower case. */
export const withoutPort = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** The label that names the product: `taskrouter` for `taskrouter.twilio.com` and `taskrouter.sydney.au1.twilio.com`. */
export const productLabel = (host: string): string => host.split('.', 1)[0] ?? '';

/**
 * Reads the destination from the first of: the path prefix `/_host/<host>/…` (browsers, which can't set Host), the
 * header `x-emulator-host` (fetch, which can't either), the Host header (everyone else, through the redirect preload;
 * a name of this machine asks for a page).
 */
export function findDestination(headers: IncomingHttpHeaders, path: string): Destination {
  const prefixed = HOST_PREFIX.exec(path);
  if (prefixed?.[1]) return { kind: 'twilio', host: withoutPort(prefixed[1]), path: prefixed[2] ?? '/' };
  const named = headers['x-emulator-host'];
  if (typeof named === 'string') return { kind: 'twilio', host: withoutPort(named), path };
  const host = withoutPort(headers.host ?? '');
  if (path.startsWith('/_emulator/')) return { kind: 'admin', host, path };
  return { kind: isLoopback(host) ? 'page' : 'twilio', host, path };
}
