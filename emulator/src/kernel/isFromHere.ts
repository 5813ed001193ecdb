import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback, withoutPort } from './twilioHost';

/** Whose hosts the local Twilio stands in for: the redirect preload sends what is meant for them here, under their own names. */
const STOOD_IN_FOR = /(^|\.)(twilio\.com|twil\.io|ytica\.com)$/;

/**
 * Whether a request comes from a program or a page of this machine. A page of another site says so in Origin or, when its
 * name was made to resolve to this machine (DNS rebinding), in Host; the credentials of a seed are no secret to it.
 */
export function isFromHere({ host = '', origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>): boolean {
  const asked = withoutPort(host);
  // A browser that takes this machine for Twilio shows Twilio's own pages, and calls Twilio by its names.
  const asTwilio = STOOD_IN_FOR.test(asked);
  if (!asTwilio && !isLoopback(asked)) return false;
  if (origin === undefined) return true;
  const page = URL.canParse(origin) ? new URL(origin).hostname : '';
  return isLoopback(page) || (asTwilio && STOOD_IN_FOR.test(page));
}

export const NOT_FROM_HERE = 'The local Twilio answers programs and pages of this machine only.';
