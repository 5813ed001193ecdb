import type { IncomingHttpHeaders } from 'node:http';

/**
 * Headers a function never sees ("Functions: Headers and Cookies", restricted headers); `I-Twilio-Idempotency-Token` is
 * one of them. `host` is hidden in the cloud only: HTTP/1.1 to the local runtime needs one.
 */
const RESTRICTED =
  /^(i-twilio-.*|i-t-.*|ot-.*|x-amz.*|x-forwarded-.*|x-accel-.*|proxy-.*|host|via|referer|transfer-encoding|x-real-ip|connection|keep-alive|expect|trailer|upgrade|content-length)$/;

/** The headers of a request that go on to the function. */
export function withoutRestrictedHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !RESTRICTED.test(name)));
}
