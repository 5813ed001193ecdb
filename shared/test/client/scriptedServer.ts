import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer, or what happens instead of one. */
export type Step =
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | 'cut'
  | 'hang';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly fields: Readonly<Record<string, string>>;
}

export interface ScriptedServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Answers the next requests so, the last step for ever. */
  script(...steps: Step[]): void;
  stop(): Promise<void>;
}

/** A real HTTP server that answers what it is told to. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  let steps: readonly Step[] = [];
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    void readAll(request).then((body) => {
      const step = steps[Math.min(received.length, steps.length - 1)] ?? 'cut';
      received.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        fields: Object.fromEntries(new URLSearchParams(body)),
      });
      if (step === 'cut') request.socket.destroy();
      else if (step !== 'hang') response.writeHead(step.status, step.headers).end(step.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    script(...next) {
      steps = next;
      received.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function readAll(request: http.IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
