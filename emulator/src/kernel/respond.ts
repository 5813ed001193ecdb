import type { ServerResponse } from 'node:http';
import type { Refusal, Reply } from './route';
import { TwilioError } from './twilioError';

/** Writes a reply: bytes and texts as they are, everything else as JSON. */
export function respond(
  response: ServerResponse,
  reply: Reply,
  headers: Readonly<Record<string, string>>,
): void {
  const [bytes, type] = encode(reply.body);
  response.writeHead(reply.status, {
    ...(type === undefined ? {} : { 'Content-Type': type }),
    ...(reply.status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(bytes)) }),
    ...headers,
    ...reply.headers,
  });
  response.end(bytes);
}

/** The body as it is sent and its media type, unless the reply names another. */
function encode(body: unknown): [bytes: string | Uint8Array, type?: string] {
  if (body === undefined) return [''];
  if (body instanceof Uint8Array) return [body, 'application/octet-stream'];
  return typeof body === 'string'
    ? [body, 'text/plain; charset=utf-8']
    : [JSON.stringify(body), 'application/json'];
}

/** A refusal with Twilio's four keys. */
export const refuseAsTwilio: Refusal = (error) => ({
  status: error.status,
  body: error.toBody(),
  headers: error.headers,
});

/** The reply to something thrown by a route: Twilio's own error, or a 500 that does not pretend to be one. */
export function replyToError(error: unknown, refusal: Refusal = refuseAsTwilio): Reply {
  if (error instanceof TwilioError) return refusal(error);
  return {
    status: 500,
    body: new TwilioError(500, 20500, 'The local Twilio failed; its journal says why').toBody(),
  };
}
