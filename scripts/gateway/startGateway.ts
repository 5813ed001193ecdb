import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Visibility } from '../services/resource';
import { listen } from '../processes/listen';
import { createConcurrencyLimit, type ConcurrencyLimit } from './concurrencyLimit';
import { passUnderFaults, type FaultHooks } from './faults/passUnderFaults';
import { forward } from './forward';
import { isSignedByTwilio } from './isSignedByTwilio';
import { readBody } from './readBody';
import { refuse } from './refuse';

export interface GatewayOptions extends FaultHooks {
  /** 0 for any free port. */
  readonly port: number;
  /** The public name Twilio signs for, e.g. `attribution-transfer-4242-dev.twil.io`. */
  readonly domain: string;
  readonly authToken: string;
  /** By URL path; asked on every request, so that a rebuilt service needs no new gateway. */
  readonly resources: () => ReadonlyMap<string, Visibility>;
  /** Ports of the runtime processes, asked on every request and used in turn. */
  readonly upstreamPorts: () => readonly number[];
  /** One for all services of an account; 30 of its own unless given. */
  readonly concurrency?: ConcurrencyLimit;
  /** Milliseconds a function may take; Twilio's 10 s unless given. */
  readonly timeLimitMs?: number;
}

export interface Gateway {
  readonly origin: string;
  readonly port: number;
  /** Closes the port and every connection. */
  stop(): Promise<void>;
}

/** As large as Lambda takes it and the local runtime (413 above). */
const MOST_BODY_BYTES = 6 * 1024 * 1024;
/** "Functions: Headers and Cookies": 431 and error 82008 above. */
const MOST_HEADER_BYTES = 15 * 1024;
const MOST_HEADERS = 90;

/**
 * Starts a stand-in for what stands in front of Twilio Functions in the cloud and `twilio-run` leaves out: visibility,
 * signatures, 10 s, 30 at a time, body and header limits, restricted headers.
 *
 * Differs from the cloud: several requests at a time go to one process (there: one per instance); a function that is cut
 * off at 10 s goes on running (there: frozen); `Host` stays visible; a wrong signature is 403 (Twilio's documentation says
 * 400, users see 403). `/_gateway/health` is ours.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { domain, authToken, timeLimitMs = 10_000, concurrency = createConcurrencyLimit() } = options;
  let turn = 0;

  const handle = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const url = request.url ?? '/';
    const { pathname } = new URL(url, 'http://gateway.invalid');
    if (pathname === '/_gateway/health') {
      answer.writeHead(200, { 'content-type': 'application/json' });
      answer.end(
        JSON.stringify({ domain, inFlight: concurrency.inFlight, upstreamPorts: options.upstreamPorts() }),
      );
      return;
    }
    if (request.rawHeaders.length / 2 > MOST_HEADERS) {
      refuse(answer, 431, 'Request header fields too large\n');
      return;
    }
    const visibility = options.resources().get(decodeURIComponent(pathname));
    if (visibility === undefined || visibility === 'private') {
      refuse(answer, 404, 'Not found\n');
      return;
    }
    const body = await readBody(request, MOST_BODY_BYTES);
    if (body === undefined) {
      answer.setHeader('connection', 'close');
      refuse(answer, 413, 'Request body too large\n');
      return;
    }
    const signed = visibility === 'public' || request.method === 'OPTIONS';
    if (!signed && !isSignedByTwilio(request, body, `https://${domain}${url}`, authToken)) {
      refuse(answer, 403, 'Unauthorized - you are not authenticated to perform this request\n');
      return;
    }
    const leave = concurrency.enter();
    if (!leave) {
      refuse(answer, 429, 'Too many concurrent executions\n');
      return;
    }
    try {
      const ports = options.upstreamPorts();
      const port = ports[turn++ % Math.max(1, ports.length)];
      if (port === undefined) {
        refuse(answer, 502, 'No function process is running\n');
        return;
      }
      const pass = (discard: boolean) => forward(request, body, answer, port, { timeLimitMs, discard });
      const passage = { deliver: () => pass(false), discard: () => pass(true) };
      if (visibility === 'public') await passUnderFaults(request, answer, pathname, passage, options);
      else await passage.deliver();
    } finally {
      leave();
    }
  };

  // Like the load balancer of the cloud it keeps idle connections for a minute, so that no client finds one closed.
  const server = createServer(
    { maxHeaderSize: MOST_HEADER_BYTES, keepAliveTimeout: 60_000 },
    (request, answer) => {
      handle(request, answer).catch(() => {
        if (answer.headersSent) answer.destroy();
        else refuse(answer, 400, 'Bad request\n');
      });
    },
  );
  const port = await listen(server, options.port);
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
