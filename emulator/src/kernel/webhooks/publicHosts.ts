import { isLoopback } from '../twilioHost';
import type { WebhookUrl } from './webhookUrl';

/** Where the user's public hosts live on this machine: `attribution-1234-dev.twil.io` → `http://127.0.0.1:3001`. */
export interface PublicHosts {
  /** Throws RangeError unless the origin is one of this machine, or when there are too many. */
  set(host: string, origin: string): void;
  remove(host: string): boolean;
  list(): Readonly<Record<string, string>>;
  /** The origin a webhook goes to, or undefined: the local Twilio calls nobody outside this machine. */
  resolve(url: WebhookUrl): string | undefined;
}

const MAX_HOSTS = 1_000;

/** A map in memory; loopback URLs need no entry. */
export function createPublicHosts(): PublicHosts {
  const origins = new Map<string, string>();
  return {
    set(host, origin) {
      const url = URL.canParse(origin) ? new URL(origin) : undefined;
      if (url?.protocol !== 'http:' || !isLoopback(url.hostname)) {
        throw new RangeError(`${origin} is not an http origin of this machine`);
      }
      if (origins.size >= MAX_HOSTS && !origins.has(host))
        throw new RangeError(`At most ${MAX_HOSTS} public hosts`);
      origins.set(host.toLowerCase(), url.origin);
    },
    remove: (host) => origins.delete(host.toLowerCase()),
    list: () => Object.fromEntries(origins),
    resolve: ({ scheme, host, hostname }) =>
      origins.get(host.toLowerCase()) ??
      origins.get(hostname) ??
      (isLoopback(hostname) ? `${scheme}://${host}` : undefined),
  };
}
