import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { withoutRestrictedHeaders } from './restrictedHeaders';
import { refuse } from './refuse';

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/**
 * Hands a request to a runtime process and its answer to the caller, or to nobody with `discard`; resolves when that is
 * over, however it went.
 *
 * Longer than `timeLimitMs` → 504, a process that died or refuses → 502; both as plain text without CORS headers, as
 * the platform does it, so that a browser sees a network error.
 */
export function forward(
  incoming: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
  port: number,
  { timeLimitMs, discard = false }: { readonly timeLimitMs: number; readonly discard?: boolean },
): Promise<void> {
  return new Promise((resolve) => {
    const outgoing = request({
      host: '127.0.0.1',
      port,
      method: incoming.method,
      path: incoming.url,
      headers: { ...withoutRestrictedHeaders(incoming.headers), 'content-length': body.length },
      // A connection of its own: one kept from before would fail when the process was replaced meanwhile.
      agent: false,
    });
    const timer = setTimeout(() => {
      give(504, 'Runtime application timed out\n');
    }, timeLimitMs);
    const end = (): void => {
      clearTimeout(timer);
      outgoing.destroy();
      resolve();
    };
    const give = (status: number, text: string): void => {
      if (answer.headersSent) answer.destroy();
      else if (!discard) refuse(answer, status, text);
      end();
    };
    outgoing.on('error', () => {
      give(502, 'The function process is not there or died\n');
    });
    outgoing.on('response', (response) => {
      response.on('end', end);
      if (discard) {
        response.resume();
        return;
      }
      for (const [name, value] of Object.entries(response.headers)) {
        if (value !== undefined && !HOP_BY_HOP.has(name)) answer.setHeader(name, value);
      }
      answer.writeHead(response.statusCode ?? 502);
      response.on('error', () => {
        give(502, 'The function process died\n');
      });
      response.pipe(answer);
    });
    answer.on('close', end);
    outgoing.end(body);
  });
}
