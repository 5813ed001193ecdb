import type { IncomingMessage } from 'node:http';
import { TwilioError } from './twilioError';

/** Larger than anything Twilio's products here take; guards the local server's memory. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** The whole body as UTF-8. Rejects with 413 beyond 1 MiB, and with the stream's error when the client goes away. */
export function readBody(request: IncomingMessage, maxBytes = MAX_BODY_BYTES): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      // The rest is read and thrown away so that the client gets the answer instead of a broken pipe.
      else chunks.length = 0;
    });
    request.on('end', () => {
      if (size > maxBytes) reject(new TwilioError(413, 20413, `Request body exceeds ${maxBytes} bytes`));
      else resolve(Buffer.concat(chunks).toString('utf8'));
    });
    request.on('error', reject);
    request.on('close', () => {
      reject(new Error('The client closed the connection before its request was complete'));
    });
  });
}
