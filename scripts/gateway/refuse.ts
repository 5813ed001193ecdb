import type { ServerResponse } from 'node:http';

/** Answers in the platform's place: plain text and no CORS headers. */
export function refuse(answer: ServerResponse, status: number, text: string): void {
  answer.writeHead(status, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(text) });
  answer.end(text);
}
