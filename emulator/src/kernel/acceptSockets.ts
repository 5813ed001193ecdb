import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { noRoute, type Dispatch } from './dispatch';
import type { FaultPlan } from './faults/faultPlan';
import type { RequestEffect } from './faults/model';
import { isFromHere, NOT_FROM_HERE } from './isFromHere';
import type { Journal } from './journal';
import type { Networks } from './networks';
import { MAX_BODY_BYTES } from './readBody';
import { findDestination } from './twilioHost';
import { splitUrl } from './splitUrl';

/** More open sockets than any contact centre on one machine needs; guards against a client that reconnects forever. */
const MAX_SOCKETS = 2_000;

export interface SocketAcceptorOptions {
  readonly dispatch: Dispatch;
  readonly faults: FaultPlan;
  readonly journal: Journal;
  readonly networks?: Networks;
}

function refuse(socket: Duplex, status: number, message: string): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n` +
      `Content-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(message)}\r\nConnection: close\r\n\r\n${message}`,
  );
}

/** What a handshake is refused with under a fault; 0 when it is cut. */
function statusOf(effect: RequestEffect): number {
  if (effect.type === 'html') return effect.status ?? 502;
  return effect.type === 'status' || effect.type === 'status-after' ? effect.status : 0;
}

/** Gives WebSockets to the product whose host and path they name. Returns what closes all of them at once. */
export function acceptSockets(server: Server, options: SocketAcceptorOptions): () => void {
  const { dispatch, faults, journal } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BODY_BYTES,
    perMessageDeflate: false,
  });

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    if (options.networks?.admits(request, socket) === false) {
      socket.destroy();
      return;
    }
    if (!isFromHere(request.headers)) {
      refuse(socket, 403, NOT_FROM_HERE);
      return;
    }
    const { path: rawPath, query } = splitUrl(request.url);
    const { kind, host, path } = findDestination(request.headers, rawPath);
    const match = kind === 'twilio' ? dispatch.findSocket(host, path) : undefined;
    // A handshake isn't slowed down: what is journaled as applied must have been.
    const effects = (match ? faults.strikeRequest({ host, method: 'GET', path }) : []).filter(
      ({ type }) => type !== 'latency',
    );
    const [decisive] = effects;

    const record = (status: number, note?: string): void => {
      journal.record({
        direction: 'in',
        host,
        method: 'GET',
        path,
        ...(match ? { pattern: match.route.pattern } : {}),
        query: [...new Set(query.keys())],
        status,
        durationMs: 0,
        faults: effects.map((effect) => effect.type),
        ...(note === undefined ? {} : { note }),
      });
    };

    if (!match) {
      record(501, 'unrouted');
      refuse(socket, 501, noRoute('WEBSOCKET', host, path).message);
    } else if (decisive) {
      const status = statusOf(decisive);
      record(status);
      if (status === 0) socket.destroy();
      else refuse(socket, status, 'Injected by the fault plan');
    } else if (sockets.clients.size >= MAX_SOCKETS) {
      record(503, 'too many sockets');
      refuse(socket, 503, 'Too many WebSockets are open');
    } else {
      record(101);
      sockets.handleUpgrade(request, socket, head, (accepted) => {
        match.route.accept(accepted, { host, path, params: match.params, query, headers: request.headers });
      });
    }
  };

  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}
