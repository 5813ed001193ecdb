import type { ServerResponse } from 'node:http';
import type { Reply } from './route';
import { TwilioError } from './twilioError';

/** Writes a reply: JSON unless its body is a text. */
export function respond(
  response: ServerResponse,
  reply: Reply,
  headers: Readonly<Record<string, string>>,
): void {
  const { body } = reply;
  const isText = typeof body === 'string';
  const text = isText ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(reply.status, {
    ...(body === undefined
      ? {}
      : { 'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json' }),
    ...(reply.status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(text)) }),
    ...headers,
    ...reply.headers,
  });
  response.end(text);
}

/** The reply to something thrown by a route: Twilio's own error, or a 500 that does not pretend to be one. */
export function replyToError(error: unknown): Reply {
  if (error instanceof TwilioError)
    return { status: error.status, body: error.toBody(), headers: error.headers };
  return {
    status: 500,
    body: new TwilioError(500, 20500, 'The local Twilio failed; its journal says why').toBody(),
  };
}
