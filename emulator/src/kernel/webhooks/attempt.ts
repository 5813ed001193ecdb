import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Clock } from '../clock';
import { mediaType } from '../parseBody';
import type { WebhookAnswer } from '../webhook';

/** One HTTP request to make; times in milliseconds of the clock. */
export interface Attempt {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connectMs: number;
  readonly readMs: number;
}

/** What came of it: an answer, or why there was none. `ct` is no connection (or one that was cut), `rt` no answer in time. */
export type AttemptResult =
  | { readonly kind: 'answer'; readonly answer: WebhookAnswer }
  | { readonly kind: 'failed'; readonly failure: 'ct' | 'rt' };

/** Twilio reads at most 64 kB of an answer. Source: error 11750. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** Makes one request on a connection of its own; never rejects. `signal` cuts it. */
export function attempt(what: Attempt, clock: Clock, signal: AbortSignal): Promise<AttemptResult> {
  return new Promise((resolve) => {
    const send = what.url.startsWith('https:') ? httpsRequest : httpRequest;
    // A kept-alive connection could be closed by the receiver just now, which would look like a failed delivery.
    const request = send(what.url, { method: what.method, headers: what.headers, agent: false, signal });

    const end = (result: AttemptResult): void => {
      cancelTimeout();
      resolve(result);
      request.destroy();
    };
    let cancelTimeout = clock.schedule(what.connectMs, () => {
      end({ kind: 'failed', failure: 'ct' });
    });

    request.on('socket', (socket) => {
      const connected = (): void => {
        cancelTimeout();
        cancelTimeout = clock.schedule(what.readMs, () => {
          end({ kind: 'failed', failure: 'rt' });
        });
      };
      if (socket.connecting) socket.once('connect', connected);
      else connected();
    });
    request.on('error', () => {
      end({ kind: 'failed', failure: 'ct' });
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const answer = (): void => {
        const contentType = mediaType(response.headers['content-type']);
        end({
          kind: 'answer',
          answer: {
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString('utf8'),
            ...(contentType === '' ? {} : { contentType }),
          },
        });
      };
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MAX_ANSWER_BYTES) answer();
      });
      response.on('end', answer);
      response.on('error', () => {
        end({ kind: 'failed', failure: 'ct' });
      });
    });
    request.end(what.body);
  });
}
