import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { acceptSockets, type SocketAcceptorOptions } from './acceptSockets';
import { createTwilioAnswerer, type TwilioAnswererOptions } from './answerTwilio';
import { isFromHere, NOT_FROM_HERE } from './isFromHere';
import type { Networks } from './networks';
import { respond } from './respond';
import { splitUrl } from './splitUrl';
import { findDestination } from './twilioHost';

/** Answers what is asked of `/_emulator/…`, or of a page; never rejects. */
export type LocalAnswerer = (
  request: IncomingMessage,
  response: ServerResponse,
  target: { readonly host: string; readonly path: string; readonly query: URLSearchParams },
) => Promise<void>;

export interface KernelServerOptions extends TwilioAnswererOptions, SocketAcceptorOptions {
  /** 0 picks a free port. */
  readonly port: number;
  readonly admin: LocalAnswerer;
  readonly page: LocalAnswerer;
  /** Whose requests get here at all; everybody's unless given. */
  readonly networks?: Networks;
}

export interface KernelServer {
  /** e.g. `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Cuts every connection and resolves when the port is free. */
  stop(): Promise<void>;
}

/** Listens on loopback and gives each request to its Twilio host, the administration or a page. Rejects if the port is taken. */
export async function startServer(options: KernelServerOptions): Promise<KernelServer> {
  const answerers = { twilio: createTwilioAnswerer(options), admin: options.admin, page: options.page };
  const server = createServer({ requestTimeout: 30_000, keepAliveTimeout: 60_000 }, (request, response) => {
    if (options.networks?.admits(request, request.socket) === false) {
      request.socket.destroy();
      return;
    }
    if (!isFromHere(request.headers)) {
      respond(response, { status: 403, body: { error: NOT_FROM_HERE } }, {});
      return;
    }
    const { path: rawPath, query } = splitUrl(request.url);
    const { kind, host, path } = findDestination(request.headers, rawPath);
    void answerers[kind](request, response, { host, path, query });
  });
  const closeSockets = acceptSockets(server, options);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;

  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        closeSockets();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
