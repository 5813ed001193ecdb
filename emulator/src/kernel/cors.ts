import type { IncomingHttpHeaders } from 'node:http';

const EXPOSED =
  'ETag, Retry-After, Twilio-Request-Id, Twilio-Request-Duration, Twilio-Concurrent-Requests, ' +
  'X-Rate-Limit-Limit, X-Rate-Limit-Remaining, X-Rate-Limit-Config';

/** The CORS headers of an answer to a browser: any origin may call Twilio's hosts, credentials decide the rest. */
export function corsHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const origin = headers.origin;
  if (origin === undefined) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': EXPOSED,
    Vary: 'Origin',
  };
}

/** The headers of the 204 that answers a preflight. */
export function preflightHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return {
    ...corsHeaders(headers),
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
    'Access-Control-Allow-Headers':
      headers['access-control-request-headers'] ?? 'Authorization, Content-Type, If-Match',
    'Access-Control-Max-Age': '600',
  };
}
